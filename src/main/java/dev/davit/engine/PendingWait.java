package dev.davit.engine;

import dev.davit.engine.model.WaitResult;
import java.io.Closeable;
import java.io.IOException;

/** A wait that the engine has registered and will answer when the container stops. */
public final class PendingWait implements Closeable {
  private final Answer answer;

  PendingWait(Answer answer) {
    this.answer = answer;
  }

  /**
   * Blocks until the container stops and returns its exit code.
   *
   * @throws IOException with the engine's words if it could not wait, or if it has gone
   */
  public int exitCode() throws IOException {
    WaitResult result = answer.json(WaitResult.class);
    String failure = result.error() == null ? null : result.error().message();
    if (failure != null && !failure.isEmpty()) {
      throw new IOException(failure);
    }
    return (int) result.statusCode();
  }

  @Override
  public void close() {
    answer.close();
  }
}
