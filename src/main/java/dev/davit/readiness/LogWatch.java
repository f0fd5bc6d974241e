package dev.davit.readiness;

import dev.davit.engine.Containers;
import dev.davit.engine.http.EngineException;
import dev.davit.engine.model.ContainerDetails;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Reads a container's output for conditions of its lines, and keeps the last lines of a container
 * that the engine removes together with its logs.
 */
final class LogWatch {
  /** The longest time to wait for the end of the output of a container that has exited. */
  private static final long END_SECONDS = 1;

  private final Containers containers;
  private final Deque<String> recent = new ArrayDeque<>();
  private final CountDownLatch ended = new CountDownLatch(1);
  private volatile @Nullable LogLines lines;
  private volatile boolean begun;
  private volatile boolean read;

  LogWatch(Containers containers) {
    this.containers = containers;
  }

  /** Attaches to a container that is started next. */
  void attach(ContainerDetails container) throws IOException {
    lines = LogLines.attach(containers, container);
    begun = true;
  }

  /** Whether output is read, or attached to be read. */
  boolean isBegun() {
    return begun;
  }

  /** Must be called before a thread {@link #read reads}. */
  void begin() {
    begun = true;
  }

  /**
   * Passes conditions to {@code met} when a line matches, until the output ends. Without an
   * attached stream, the logs are read.
   */
  void read(
      ContainerDetails container,
      Collection<ReadyCondition> conditions,
      Consumer<ReadyCondition> met)
      throws IOException {
    List<ReadyCondition> left = new ArrayList<>(conditions);
    read = true;
    try (LogLines from = open(container)) {
      from.read(
          line -> {
            keep(line);
            List<ReadyCondition> now = left.stream().filter(each -> each.matches(line)).toList();
            now.forEach(met);
            left.removeAll(now);
          });
    } catch (EngineException e) {
      if (!conditions.isEmpty()) {
        throw e;
      }
    } finally {
      ended.countDown();
    }
  }

  private LogLines open(ContainerDetails container) throws IOException {
    LogLines attached = lines;
    if (attached != null) {
      return attached;
    }
    LogLines followed = LogLines.follow(containers, container);
    lines = followed;
    return followed;
  }

  private void keep(String line) {
    synchronized (recent) {
      recent.addLast(line);
      if (recent.size() > LogLines.LAST) {
        recent.removeFirst();
      }
    }
  }

  /** Returns the last lines of a container that has exited, whose output may still arrive. */
  List<String> last() {
    try {
      if (begun && !ended.await(END_SECONDS, TimeUnit.SECONDS)) {
        begun = false; // does not end soon: not to be waited for again
      }
    } catch (InterruptedException e) {
      throw new IllegalStateException(e); // this thread is never interrupted
    }
    synchronized (recent) {
      return List.copyOf(recent);
    }
  }

  /** Ends a blocked {@link #read} with a failure, from any thread. */
  void cancel() {
    LogLines open = lines;
    if (open != null) {
      open.cancel();
      if (!read) {
        open.close();
      }
    }
  }
}
