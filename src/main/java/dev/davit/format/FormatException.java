package dev.davit.format;

import java.io.IOException;

/** A {@code --format} that can't be followed; the message is docker's. */
public final class FormatException extends IOException {
  private static final long serialVersionUID = 1L;

  FormatException(String message, Throwable cause) {
    super(message, cause);
  }
}
