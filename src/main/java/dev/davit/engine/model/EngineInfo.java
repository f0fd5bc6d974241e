package dev.davit.engine.model;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The answer to {@code GET /info}: what drivers there are, and what a container gets by default.
 */
public record EngineInfo(
    @Nullable Plugins plugins,
    @Nullable String defaultRuntime,
    @Nullable String loggingDriver,
    @Nullable String cgroupVersion,
    @Nullable Swarm swarm) {
  /** The swarm that the engine is in; whether it is one of its managers. */
  public record Swarm(boolean controlAvailable) {}

  /** The drivers there are, by what they drive. */
  public record Plugins(@Nullable List<String> log, @Nullable List<String> volume) {}
}
