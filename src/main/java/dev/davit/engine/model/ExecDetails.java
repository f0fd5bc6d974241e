package dev.davit.engine.model;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The part of {@code GET /exec/{id}/json} that a client acts on.
 *
 * @param exitCode null until it has ended; Podman has 0
 * @param pid 0 until it is started; Podman has never another
 * @param canRemove Podman's sign of an end
 */
public record ExecDetails(
    @Nullable Integer exitCode,
    long pid,
    boolean running,
    boolean canRemove,
    boolean openStdin,
    boolean openStdout,
    boolean openStderr,
    ProcessConfig processConfig) {

  public ExecDetails {
    processConfig = Objects.requireNonNullElseGet(processConfig, () -> new ProcessConfig(false));
  }

  /** Whether it was started and has ended. */
  public boolean hasRun() {
    boolean fresh = exitCode == null || exitCode == 0 && pid == 0 && !canRemove;
    return !fresh;
  }

  /** Whether there is nothing left of it that a signal could reach. */
  public boolean hasEnded() {
    return !running && hasRun();
  }

  /** How it is run. */
  public record ProcessConfig(boolean tty) {}
}
