package dev.davit.engine.model;

import org.jspecify.annotations.Nullable;

/** The body of an error response. */
public record ErrorMessage(@Nullable String message) {}
