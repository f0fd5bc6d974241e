package dev.davit.engine.model;

import org.jspecify.annotations.Nullable;

/**
 * One change of {@code GET /containers/{id}/changes}.
 *
 * @param kind 0 changed, 1 added, 2 deleted
 */
public record FilesystemChange(@Nullable String path, int kind) {}
