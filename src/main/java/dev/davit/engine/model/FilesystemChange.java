package dev.davit.engine.model;

import org.jspecify.annotations.Nullable;

/**
 * A change in the list of {@code GET /containers/{id}/changes}.
 *
 * @param kind 0 modified, 1 added, 2 deleted
 */
public record FilesystemChange(@Nullable String path, int kind) {}
