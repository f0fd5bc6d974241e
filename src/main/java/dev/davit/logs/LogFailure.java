package dev.davit.logs;

import java.io.IOException;

/** The log of one container that cannot be read, which others can; the message names both. */
final class LogFailure extends IOException {
  private static final long serialVersionUID = 1L;

  LogFailure(String container, IOException cause) {
    super(container + ": " + cause.getMessage(), cause);
  }
}
