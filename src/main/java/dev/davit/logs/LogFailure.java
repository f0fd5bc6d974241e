package dev.davit.logs;

import java.io.IOException;

/** The log of one container that cannot be read, while others can. */
final class LogFailure extends IOException {
  private static final long serialVersionUID = 1L;

  private final String container;

  LogFailure(String container, IOException cause) {
    super(cause.getMessage(), cause);
    this.container = container;
  }

  /** The name of the container. */
  String container() {
    return container;
  }
}
