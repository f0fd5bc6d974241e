package dev.davit.readiness;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * The last lines of followed logs, for a container that the engine removes with its logs when it
 * exits.
 */
final class RecentLines {
  private static final long LIMIT_SECONDS = 1;

  private final int limit;
  private final Deque<String> lines = new ArrayDeque<>();
  private final CountDownLatch ended = new CountDownLatch(1);
  private volatile boolean begun;

  RecentLines(int limit) {
    this.limit = limit;
  }

  /** Must be called before the first line is added. */
  void begin() {
    begun = true;
  }

  void add(String line) {
    synchronized (lines) {
      lines.addLast(line);
      if (lines.size() > limit) {
        lines.removeFirst();
      }
    }
  }

  /** No line is added any more. */
  void end() {
    ended.countDown();
  }

  /** Returns the lines, once the logs have ended; waits at most a second for that. */
  List<String> all() {
    try {
      if (begun && !ended.await(LIMIT_SECONDS, TimeUnit.SECONDS)) {
        begun = false;
      }
    } catch (InterruptedException e) {
      throw new IllegalStateException(e); // this thread is never interrupted
    }
    synchronized (lines) {
      return List.copyOf(lines);
    }
  }
}
