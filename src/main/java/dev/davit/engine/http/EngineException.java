package dev.davit.engine.http;

import java.io.IOException;

/** An error response: the engine rejected a request with a status of 400 or above. */
public final class EngineException extends IOException {
  private static final long serialVersionUID = 1L;

  private final int status;
  private final String reason;

  public EngineException(int status, String reason) {
    this(status, reason, "Error response from daemon: " + reason);
  }

  private EngineException(int status, String reason, String message) {
    super(message);
    this.status = status;
    this.reason = reason;
  }

  /** An error response without a message of the engine. */
  static EngineException withoutReason(int status, String message) {
    return new EngineException(status, message, message);
  }

  /** The HTTP status: 400 bad parameter, 404 no such object, 409 conflict, 500 server error. */
  public int status() {
    return status;
  }

  /** Whether the object does not exist, which Podman 4.3 can report as a server error. */
  public boolean isNotFound() {
    return status == 404 || status == 500 && reason.endsWith("no such container");
  }

  /** The engine's message, without the prefix of {@link #getMessage}. */
  public String reason() {
    return reason;
  }
}
