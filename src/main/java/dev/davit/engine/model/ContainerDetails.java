package dev.davit.engine.model;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The fields of {@code GET /containers/{id}/json} that a client acts on; {@code inspect} prints the
 * engine's bytes instead.
 *
 * @param created the time of the creation, in RFC 3339
 * @param path the program: the first word of entrypoint and command
 * @param args the words after it
 */
public record ContainerDetails(
    String id,
    String name,
    int restartCount,
    @Nullable String created,
    @Nullable String path,
    List<String> args,
    State state,
    Config config,
    HostConfig hostConfig,
    @Nullable NetworkSettings networkSettings) {
  /** The first word of a health check that disables the image's. */
  private static final String NO_CHECK = "NONE";

  public ContainerDetails {
    id = Objects.requireNonNullElse(id, "");
    name = Objects.requireNonNullElse(name, "");
    args = Objects.requireNonNullElse(args, List.of());
    state =
        Objects.requireNonNullElseGet(
            state, () -> new State(null, false, false, false, false, 0, null, null, null, null));
    config =
        Objects.requireNonNullElseGet(
            config, () -> new Config(false, false, false, null, null, null));
    hostConfig = Objects.requireNonNullElseGet(hostConfig, HostConfig::new);
  }

  /** The name without the slash that the engine sends before it; empty if unknown. */
  public String plainName() {
    return name.startsWith("/") ? name.substring(1) : name;
  }

  /** Whether the container runs, is paused, or is about to be restarted. */
  public boolean isAlive() {
    return state.running() || state.paused() || state.restarting();
  }

  /** Whether the container has a health check, of its own or of its image. */
  public boolean hasHealthCheck() {
    HealthConfig check = config.healthcheck();
    List<String> test = check == null ? null : check.test;
    return test != null && !test.isEmpty() && !test.getFirst().equals(NO_CHECK)
        || !Set.of("", "none").contains(health().status());
  }

  /** The state of the health check; empty if the container has none or was never started. */
  public Health health() {
    return state.health() == null ? Health.NONE : state.health();
  }

  /**
   * The state of a container.
   *
   * @param startedAt the time of the last start, in RFC 3339; year 1 before the first
   * @param finishedAt the time of the last exit, likewise
   * @param error the error of the last start that failed; empty without one
   * @param health null if the container has no health check or was never started
   */
  public record State(
      @Nullable String status,
      boolean running,
      boolean paused,
      boolean restarting,
      boolean oomKilled,
      int exitCode,
      @Nullable String startedAt,
      @Nullable String finishedAt,
      @Nullable String error,
      @Nullable Health health) {}

  /**
   * The state of a health check.
   *
   * @param status {@code starting}, {@code healthy} or {@code unhealthy}; {@code none} or empty
   *     without a health check
   * @param log the last results, the newest last
   */
  public record Health(String status, List<Probe> log) {
    static final Health NONE = new Health("", List.of());

    public Health {
      status = Objects.requireNonNullElse(status, "");
      log = Objects.requireNonNullElse(log, List.of());
    }

    /** The end of the last check, in RFC 3339; null without one. */
    public @Nullable String lastEnd() {
      return log.isEmpty() ? null : log.getLast().end();
    }
  }

  /**
   * A result of a health check.
   *
   * @param end the time of its end, in RFC 3339
   */
  public record Probe(@Nullable String end, int exitCode, String output) {
    public Probe {
      output = Objects.requireNonNullElse(output, "");
    }
  }

  /**
   * The part of the container's config that concerns streams, environment, health check and labels.
   */
  public record Config(
      boolean tty,
      boolean openStdin,
      boolean stdinOnce,
      @Nullable List<String> env,
      @Nullable HealthConfig healthcheck,
      @Nullable Map<String, String> labels) {}

  /**
   * The network settings of a running container.
   *
   * @param ports by {@code port/protocol}; a port that is not published has no bindings
   */
  public record NetworkSettings(
      @JsonSetter(contentNulls = Nulls.SKIP)
          @Nullable Map<String, @Nullable List<PortBinding>> ports) {}
}
