package dev.davit.progress;

import java.io.IOException;

/** The failure of a request whose response had begun, with the engine's message. */
public final class FailedRequest extends IOException {
  private static final long serialVersionUID = 1L;

  private final int exitCode;

  FailedRequest(String message, int exitCode) {
    super(message);
    this.exitCode = exitCode;
  }

  /** The exit code of the build step that failed; 0 for another failure. */
  public int exitCode() {
    return exitCode;
  }
}
