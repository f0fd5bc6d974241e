package dev.davit.engine.model;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** The answer to {@code GET /info}, as far as completion asks for it. */
public record EngineInfo(@Nullable Plugins plugins) {
  /** The drivers there are, by what they drive. */
  public record Plugins(@Nullable List<String> log, @Nullable List<String> volume) {}
}
