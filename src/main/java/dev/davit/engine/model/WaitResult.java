package dev.davit.engine.model;

import org.jspecify.annotations.Nullable;

/** The response to {@code POST /containers/{id}/wait}. */
public record WaitResult(long statusCode, @Nullable Failure error) {

  /** The reason why the engine could not wait. */
  public record Failure(@Nullable String message) {}
}
