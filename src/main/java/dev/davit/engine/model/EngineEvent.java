package dev.davit.engine.model;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One event of {@code GET /events}.
 *
 * @param action what happened: {@code create}, {@code start}, {@code die}, {@code destroy}
 * @param actor what it happened to
 */
public record EngineEvent(@Nullable String type, @Nullable String action, @Nullable Actor actor) {

  /** A container and what is noted about it. */
  public record Actor(String id, @Nullable Map<String, String> attributes) {}
}
