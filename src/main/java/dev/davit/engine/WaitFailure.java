package dev.davit.engine;

import java.io.IOException;

/**
 * What the engine reports beside a container's exit code: why it could not start or be waited for.
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
