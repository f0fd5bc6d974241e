package dev.davit.engine.model;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The part of {@code GET /containers/{id}/json} that a client acts on; {@code inspect} shows the
 * engine's bytes instead.
 */
public record ContainerDetails(
    String id,
    String name,
    State state,
    Config config,
    HostConfig hostConfig,
    @Nullable NetworkSettings networkSettings) {

  /** Where the container is in its life. */
  public record State(
      @Nullable String status, boolean running, boolean paused, boolean restarting, int exitCode) {}

  /** How its process was set up. */
  public record Config(boolean tty, boolean openStdin, boolean stdinOnce) {}

  /**
   * How it is reached.
   *
   * @param ports by {@code port/protocol}; one that is not published has no bindings
   */
  public record NetworkSettings(@Nullable Map<String, @Nullable List<PortBinding>> ports) {}
}
