package dev.davit.engine.model;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** The answer to {@code POST /containers/{id}/update}. */
public record UpdateResult(@Nullable List<String> warnings) {}
