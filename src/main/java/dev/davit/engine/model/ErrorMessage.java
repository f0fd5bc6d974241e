package dev.davit.engine.model;

import org.jspecify.annotations.Nullable;

/** The answer to a request that failed. */
public record ErrorMessage(@Nullable String message) {}
