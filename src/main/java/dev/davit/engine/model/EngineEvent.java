package dev.davit.engine.model;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One event of {@code GET /events}.
 *
 * @param action what happened: {@code create}, {@code start}, {@code die}, {@code destroy}
 * @param actor what it happened to
 */
public record EngineEvent(
    @JsonProperty("Type") @Nullable String type,
    @JsonProperty("Action") @Nullable String action,
    @JsonProperty("Actor") @Nullable Actor actor) {

  /** A container and what is noted about it. */
  public record Actor(
      @JsonProperty("ID") String id,
      @JsonProperty("Attributes") @Nullable Map<String, String> attributes) {}
}
