package dev.davit.engine.model;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The config of a container, independent of its host: the top level of the body of {@code POST
 * /containers/create}, and the body of {@code POST /commit}.
 */
public final class ContainerConfig {
  public @Nullable String hostname;
  public @Nullable String domainname;
  public @Nullable String user;
  public @Nullable Boolean attachStdin;
  public @Nullable Boolean attachStdout;
  public @Nullable Boolean attachStderr;

  /** A set of {@code port/protocol}. */
  public @Nullable Map<String, EmptyObject> exposedPorts;

  public @Nullable Boolean tty;
  public @Nullable Boolean openStdin;

  /** Closes the container's standard input when the first attached client leaves. */
  public @Nullable Boolean stdinOnce;

  /**
   * Entries {@code NAME=value}, or {@code NAME} alone to remove an environment variable of the
   * image.
   */
  public @Nullable List<String> env;

  public @Nullable List<String> cmd;
  public @Nullable HealthConfig healthcheck;

  /** Windows only. */
  public @Nullable Boolean argsEscaped;

  public @Nullable String image;

  /** The set of anonymous volumes, by path; binds and named volumes are in the host config. */
  public @Nullable Map<String, EmptyObject> volumes;

  public @Nullable String workingDir;

  /** A list with one empty string removes the image's entrypoint. */
  public @Nullable List<String> entrypoint;

  public @Nullable Boolean networkDisabled;

  /** Only for API versions below 1.44; later ones have {@link EndpointSettings#macAddress}. */
  public @Nullable String macAddress;

  public @Nullable List<String> onBuild;
  public @Nullable Map<String, String> labels;
  public @Nullable String stopSignal;

  /** Seconds; -1 for no limit. */
  public @Nullable Long stopTimeout;

  public @Nullable List<String> shell;

  /** Properties of a parsed body that this class lacks, written unchanged. */
  @JsonAnyGetter @JsonAnySetter public @Nullable Map<String, @Nullable Object> others;
}
