package dev.davit.engine.model;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The answer to {@code GET /containers/{id}/top}: what ps printed.
 *
 * @param processes a line each, as many cells as there are titles
 */
public record TopResult(@Nullable List<String> titles, @Nullable List<List<String>> processes) {}
