package dev.davit.command.shared;

import dev.davit.cli.CommandContext;
import dev.davit.cli.ExitCode;
import dev.davit.opts.Timeout;
import dev.davit.readiness.Outcome;
import dev.davit.readiness.Wanted;
import dev.davit.readiness.Watch;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * A wait for the conditions of several containers at the same time. Ends when all containers have
 * met theirs, at the first that cannot meet them, or after a time.
 */
public final class ReadyWait {
  private final List<String> names;
  private final Begin begin;
  private final Wanted wanted;
  private final BlockingQueue<Ended> ended = new LinkedBlockingQueue<>();
  private final ConcurrentMap<Integer, Watch> watches = new ConcurrentHashMap<>();
  private final SortedMap<Integer, Outcome> met = new TreeMap<>();
  private final List<Integer> failed = new ArrayList<>();
  private final List<String> failures = new ArrayList<>();

  /** Begins to watch a container, or returns its watch. */
  public interface Begin {
    Watch watch(String name) throws IOException;
  }

  /** The end of the wait for one container: an outcome or a failure. */
  private record Ended(int index, @Nullable Outcome outcome, @Nullable Throwable failure) {}

  /**
   * The result of a wait.
   *
   * @param exitCode 0, 1 or 124
   * @param met the containers that have met their conditions, by their place among the names
   * @param failures the messages of the others
   */
  public record Result(int exitCode, SortedMap<Integer, Outcome> met, List<String> failures) {
    /** Prints the messages and returns the exit code. */
    public int report(CommandContext in) {
      failures.forEach(in.streams()::error);
      return exitCode;
    }
  }

  /**
   * Creates a wait.
   *
   * @param wanted the conditions; if any of them suffices, the first container that meets one ends
   *     the wait, which then fails only when no container is left
   */
  public ReadyWait(List<String> names, Wanted wanted, Begin begin) {
    this.names = names;
    this.wanted = wanted;
    this.begin = begin;
  }

  /**
   * Waits until the conditions are met or cannot be met any more.
   *
   * @param limit the longest time to wait; null for no limit
   */
  public Result await(@Nullable Timeout limit) {
    long deadline = limit == null ? 0 : System.nanoTime() + limit.nanos();
    for (int i = 0; i < names.size(); i++) {
      int index = i;
      Thread.ofPlatform().daemon().name("wait").start(() -> watch(index));
    }
    try {
      while (!isDecided()) {
        Ended next = next(limit, deadline);
        if (next == null) {
          failures.add("timed out after " + limit + " waiting for " + late());
          return result(ExitCode.TIMED_OUT);
        }
        take(next);
      }
    } finally {
      watches.values().forEach(Watch::close);
    }
    return result(wanted.any() ? met.isEmpty() : !failures.isEmpty());
  }

  private Result result(boolean failed) {
    return result(failed ? ExitCode.FAILURE : ExitCode.SUCCESS);
  }

  private Result result(int exitCode) {
    return new Result(exitCode, met, failures);
  }

  private boolean isDecided() {
    int rest = names.size() - met.size() - failed.size();
    return rest == 0 || (wanted.any() ? !met.isEmpty() : !failed.isEmpty());
  }

  private void watch(int index) {
    try {
      Watch watch = begin.watch(names.get(index));
      watches.put(index, watch);
      ended.add(new Ended(index, watch.await(), null));
    } catch (IOException | RuntimeException | Error e) {
      ended.add(new Ended(index, null, e));
    }
  }

  private @Nullable Ended next(@Nullable Timeout limit, long deadline) {
    try {
      return limit == null
          ? ended.take()
          : ended.poll(Math.max(0, deadline - System.nanoTime()), TimeUnit.NANOSECONDS);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e); // this thread is never interrupted
    }
  }

  private void take(Ended next) {
    if (next.outcome() != null) {
      met.put(next.index(), next.outcome());
    } else if (next.failure() instanceof IOException e) {
      failed.add(next.index());
      failures.add(String.valueOf(e.getMessage()));
    } else {
      throw new IllegalStateException(next.failure());
    }
  }

  /** The containers that have not met their conditions, with these conditions. */
  private String late() {
    List<String> late = new ArrayList<>();
    for (int i = 0; i < names.size(); i++) {
      if (!met.containsKey(i) && !failed.contains(i)) {
        Watch watch = watches.get(i);
        late.add(
            watch == null
                ? names.get(i) + " (" + wanted.pending(Set.of()) + ')'
                : watch.name() + " (" + watch.pending() + ')');
      }
    }
    return String.join(", ", late);
  }
}
