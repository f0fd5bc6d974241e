package dev.davit.engine;

import java.io.IOException;

/**
 * The error that the engine reports beside a container's exit code: the reason why a container
 * could not be started or waited for.
 */
public final class WaitFailure extends IOException {
  private static final long serialVersionUID = 1L;

  private final int exitCode;

  WaitFailure(String message, int exitCode) {
    super(message);
    this.exitCode = exitCode;
  }

  public int exitCode() {
    return exitCode;
  }
}
