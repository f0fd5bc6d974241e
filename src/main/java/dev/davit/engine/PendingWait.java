package dev.davit.engine;

import java.io.Closeable;
import java.io.IOException;

/** A wait that the engine knows of, so that no stop after it is missed. */
public sealed interface PendingWait extends Closeable permits AnsweredWait, EventWait {
  /**
   * Blocks until the container stops and returns its exit code.
   *
   * @throws IOException with the engine's words if it could not wait, or if it has gone
   */
  int exitCode() throws IOException;

  /** Blocks until the removal that was waited for is done, where the start failed. */
  default void afterFailedStart() throws IOException {
    exitCode();
  }

  /** Ends the wait, from any thread: an {@link #exitCode} that blocks on another one fails. */
  void cancel();

  @Override
  void close();
}
