package dev.davit.engine.model;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The part of {@code GET /exec/{id}/json} that a client acts on.
 *
 * @param exitCode null until it has ended
 */
public record ExecDetails(
    @Nullable Integer exitCode,
    boolean openStdin,
    boolean openStdout,
    boolean openStderr,
    ProcessConfig processConfig) {

  public ExecDetails {
    processConfig = Objects.requireNonNullElseGet(processConfig, () -> new ProcessConfig(false));
  }

  /** How it is run. */
  public record ProcessConfig(@JsonProperty("tty") boolean tty) {}
}
