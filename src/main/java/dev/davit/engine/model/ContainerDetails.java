package dev.davit.engine.model;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The fields of {@code GET /containers/{id}/json} that a client acts on; {@code inspect} prints the
 * engine's bytes instead.
 */
public record ContainerDetails(
    String id,
    String name,
    int restartCount,
    State state,
    Config config,
    HostConfig hostConfig,
    @Nullable NetworkSettings networkSettings) {

  public ContainerDetails {
    id = Objects.requireNonNullElse(id, "");
    name = Objects.requireNonNullElse(name, "");
    state =
        Objects.requireNonNullElseGet(
            state, () -> new State(null, false, false, false, false, 0, null, null));
    config = Objects.requireNonNullElseGet(config, () -> new Config(false, false, false, null));
    hostConfig = Objects.requireNonNullElseGet(hostConfig, HostConfig::new);
  }

  /** The state of a container. */
  public record State(
      @Nullable String status,
      boolean running,
      boolean paused,
      boolean restarting,
      boolean oomKilled,
      int exitCode,
      @Nullable String startedAt,
      @Nullable String finishedAt) {}

  /** The part of the container's config that concerns its terminal, input and environment. */
  public record Config(
      boolean tty, boolean openStdin, boolean stdinOnce, @Nullable List<String> env) {}

  /**
   * The network settings of a running container.
   *
   * @param ports by {@code port/protocol}; a port that is not published has no bindings
   */
  public record NetworkSettings(
      @JsonSetter(contentNulls = Nulls.SKIP)
          @Nullable Map<String, @Nullable List<PortBinding>> ports) {}
}
