package dev.davit.engine.model;

import org.jspecify.annotations.Nullable;

/**
 * The part of {@code GET /exec/{id}/json} that a client acts on.
 *
 * @param exitCode null while it runs
 */
public record ExecDetails(boolean running, @Nullable Integer exitCode, int pid) {}
