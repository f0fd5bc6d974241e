package dev.davit.engine.model;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The response to {@code GET /containers/{id}/top}: the output of ps.
 *
 * @param processes a row for each process, with a cell for each title
 */
public record TopResult(@Nullable List<String> titles, @Nullable List<List<String>> processes) {}
