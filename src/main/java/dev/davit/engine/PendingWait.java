package dev.davit.engine;

import java.io.Closeable;
import java.io.IOException;

/**
 * A wait for a container to stop or to be removed, registered with the engine, so that no later
 * exit is missed.
 */
public sealed interface PendingWait extends Closeable permits AnsweredWait, EventWait {
  /**
   * Blocks until the container has stopped, or is removed, and returns the container's exit code.
   *
   * @throws IOException with the engine's message if the engine could not wait, or if the
   *     connection is lost
   */
  int exitCode() throws IOException;

  /** Blocks until the container is removed after a failed start. */
  default void afterFailedStart() throws IOException {
    exitCode();
  }

  /** Cancels the wait; may be called from any thread. An {@link #exitCode} that blocks fails. */
  void cancel();

  @Override
  void close();
}
