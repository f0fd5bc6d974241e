package dev.davit.engine.model;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** The response to {@code POST /containers/{id}/update}. */
public record UpdateResult(@Nullable List<String> warnings) {}
