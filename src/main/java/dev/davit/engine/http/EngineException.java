package dev.davit.engine.http;

import java.io.IOException;

/** The engine refused a request: an answer with a status of 400 or more. */
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

  /** A refusal without a word of the engine's own. */
  static EngineException withoutReason(int status, String message) {
    return new EngineException(status, message, message);
  }

  /** The HTTP status: 400 bad parameter, 404 no such object, 409 conflict, 500 server error. */
  public int status() {
    return status;
  }

  public boolean isNotFound() {
    return status == 404;
  }

  /** The engine's own words, without the prefix that {@link #getMessage} has. */
  public String reason() {
    return reason;
  }
}
