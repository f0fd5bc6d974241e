package dev.davit.engine.model;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An event of {@code GET /events}.
 *
 * @param action the action, such as {@code create}, {@code start}, {@code die} or {@code destroy}
 * @param actor the object that the event is about
 */
public record EngineEvent(@Nullable String type, @Nullable String action, @Nullable Actor actor) {

  /** The object's ID and attributes, such as labels and exit code. */
  public record Actor(String id, @Nullable Map<String, String> attributes) {}
}
