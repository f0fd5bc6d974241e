package dev.davit.engine;

import dev.davit.engine.http.ApiResponse;
import dev.davit.engine.model.WaitResult;
import java.io.IOException;

/**
 * A wait for which the engine holds the response to {@code POST /containers/{id}/wait} back until
 * the container stops.
 */
final class AnsweredWait implements PendingWait {
  private final ApiResponse answer;

  AnsweredWait(ApiResponse answer) {
    this.answer = answer;
  }

  @Override
  public int exitCode() throws IOException {
    WaitResult result = answer.json(WaitResult.class);
    String failure = result.error() == null ? null : result.error().message();
    if (failure != null && !failure.isEmpty()) {
      throw new WaitFailure(failure, (int) result.statusCode());
    }
    return (int) result.statusCode();
  }

  @Override
  public void cancel() {
    answer.cancel();
  }

  @Override
  public void close() {
    answer.close();
  }
}
