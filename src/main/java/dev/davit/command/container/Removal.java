package dev.davit.command.container;

import dev.davit.engine.Engine;
import dev.davit.engine.PendingWait;
import dev.davit.engine.WaitCondition;
import dev.davit.engine.WaitFailure;
import dev.davit.engine.http.ApiVersion;
import dev.davit.engine.http.EngineException;
import java.io.IOException;
import java.util.concurrent.TimeUnit;

/**
 * The forced removal of a container. The engine may be removing it already, because of {@code --rm}
 * or for another client: then it answers with an error, and this removal waits for the other one.
 *
 * @param volumes whether the container's anonymous volumes are removed
 * @param link whether to remove the link of that name instead of a container
 */
record Removal(Engine engine, String name, boolean volumes, boolean link) {
  private static final ApiVersion WAITS_FOR_REMOVAL = new ApiVersion(1, 30);

  /** The time between two requests to an engine that cannot be asked to wait. */
  private static final int PAUSE_MILLIS = 100;

  /**
   * Removes the container, and returns when it is removed.
   *
   * @throws IOException with the engine's message if it does not exist, or cannot be removed
   */
  void perform() throws IOException {
    if (isRequested()) {
      return;
    }
    try {
      if (engine.apiVersion().isBefore(WAITS_FOR_REMOVAL)) {
        poll();
      } else {
        await();
      }
    } catch (EngineException e) {
      if (!e.isNotFound()) {
        throw e;
      }
    }
  }

  /** Requests the removal; returns false if another one is in progress. */
  private boolean isRequested() throws IOException {
    try {
      engine.containers().remove(name, volumes, link, true);
      return true;
    } catch (EngineException e) {
      if (e.status() == 409 && e.reason().contains("is already in progress")) {
        return false;
      }
      throw e;
    }
  }

  /**
   * Waits for the other removal. Requests the removal again when the wait has begun: the other one
   * may have failed before, and then nothing would end the wait.
   */
  private void await() throws IOException {
    try (PendingWait wait = engine.containers().waitFor(name, WaitCondition.REMOVED)) {
      try {
        if (!isRequested()) {
          wait.exitCode();
        }
      } finally {
        wait.cancel();
      }
    } catch (WaitFailure e) {
      requireRemoved(e);
    }
  }

  /** Reports a failure, unless it is an earlier one of a container that is removed now. */
  private void requireRemoved(WaitFailure failure) throws IOException {
    engine.containers().inspect(name);
    throw new IOException("Error response from daemon: " + failure.getMessage(), failure);
  }

  private void poll() throws IOException {
    do {
      try {
        TimeUnit.MILLISECONDS.sleep(PAUSE_MILLIS);
      } catch (InterruptedException e) {
        throw new IllegalStateException(e);
      }
    } while (!isRequested());
  }
}
