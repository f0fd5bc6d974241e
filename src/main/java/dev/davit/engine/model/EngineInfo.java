package dev.davit.engine.model;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** The response to {@code GET /info}: available drivers, and defaults of containers. */
public record EngineInfo(
    @Nullable String name,
    @Nullable Plugins plugins,
    @Nullable String defaultRuntime,
    @Nullable String loggingDriver,
    @Nullable String cgroupVersion,
    @Nullable Swarm swarm,
    @Nullable String serverVersion,
    int containersRunning) {
  /** The engine's swarm; {@code controlAvailable} for a manager. */
  public record Swarm(boolean controlAvailable) {}

  /** The names of available logging, network and volume drivers. */
  public record Plugins(
      @Nullable List<String> log, @Nullable List<String> network, @Nullable List<String> volume) {}
}
