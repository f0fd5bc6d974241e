package dev.davit.engine.model;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A secret or config of a swarm, in the list of {@code GET /secrets} or {@code GET /configs}. */
public record SwarmObject(String id, @Nullable Spec spec) {
  public SwarmObject {
    id = Objects.requireNonNullElse(id, "");
  }

  /** The specification: the fields that the creator gave. */
  public record Spec(@Nullable String name) {}

  /** The name; empty if unknown. */
  public String name() {
    return spec == null ? "" : Objects.requireNonNullElse(spec.name, "");
  }
}
