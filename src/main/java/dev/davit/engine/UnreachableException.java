package dev.davit.engine;

import java.io.IOException;

/** Nobody answers where the engine should be, or we may not ask. */
public final class UnreachableException extends IOException {
  private static final long serialVersionUID = 1L;

  UnreachableException(String message, Throwable cause) {
    super(message, cause);
  }
}
