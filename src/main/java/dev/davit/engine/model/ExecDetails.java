package dev.davit.engine.model;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The fields of {@code GET /exec/{id}/json} that a client acts on.
 *
 * @param exitCode null until the process has exited; 0 with Podman
 * @param pid 0 until the process is started; always 0 with Podman
 * @param canRemove whether the process has exited, set by Podman only
 * @param container the ID of the container
 */
public record ExecDetails(
    @Nullable Integer exitCode,
    long pid,
    boolean running,
    boolean canRemove,
    boolean openStdin,
    boolean openStdout,
    boolean openStderr,
    ProcessConfig processConfig,
    @JsonProperty("ContainerID") @Nullable String container) {

  public ExecDetails {
    processConfig = Objects.requireNonNullElseGet(processConfig, () -> new ProcessConfig(false));
  }

  /** Whether the process was started and has exited. */
  public boolean hasRun() {
    boolean fresh = exitCode == null || exitCode == 0 && pid == 0 && !canRemove;
    return !fresh;
  }

  /** Whether the process has exited and the exec is not running, so that no signal can reach it. */
  public boolean hasEnded() {
    return !running && hasRun();
  }

  /** The part of the process's config that is read: whether it has a TTY. */
  public record ProcessConfig(boolean tty) {}
}
