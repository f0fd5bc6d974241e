package dev.davit.readiness;

import java.io.IOException;

/**
 * The end of a wait whose conditions cannot be met: the container has stopped, is unhealthy or was
 * removed. The message has the last output of the health check and the last lines of the logs.
 */
public final class NotReadyException extends IOException {
  private static final long serialVersionUID = 1L;

  NotReadyException(String message) {
    super(message);
  }
}
