package dev.davit.engine.model;

import org.jspecify.annotations.Nullable;

/**
 * The part of {@code GET /containers/{id}/json} that a client acts on; {@code inspect} shows the
 * engine's bytes instead.
 */
public record ContainerDetails(
    String id, String name, State state, Config config, HostConfig hostConfig) {

  /** Where the container is in its life. */
  public record State(
      @Nullable String status, boolean running, boolean paused, boolean restarting, int exitCode) {}

  /** How its process was set up. */
  public record Config(boolean tty, boolean openStdin, boolean stdinOnce) {}
}
