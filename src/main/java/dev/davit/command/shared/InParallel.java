package dev.davit.command.shared;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/** Performs work on several targets, in parallel or one after the other. */
public final class InParallel {
  /** docker's limit of parallel requests (parallelOperation in cli/command/container/utils.go). */
  public static final int LIMIT = 50;

  private InParallel() {}

  /** The work on one target, which returns a result. */
  public interface Work<R extends @Nullable Object> {
    R on(String target) throws IOException;
  }

  /**
   * A result that may not be available yet.
   *
   * @param onDemand whether the work starts when the result is requested
   */
  public record Pending<R extends @Nullable Object>(
      String target, FutureTask<R> task, boolean onDemand) {
    /** Waits for the result; throws the exception of failed work. */
    public R get() throws IOException {
      if (onDemand) {
        task.run();
      }
      try {
        return task.get();
      } catch (ExecutionException e) {
        if (e.getCause() instanceof IOException failure) {
          throw failure;
        }
        throw new IllegalStateException(e.getCause());
      } catch (InterruptedException e) {
        throw new IllegalStateException(e);
      }
    }

    /**
     * Waits for the result until a time of {@link System#nanoTime}; returns whether it is
     * available.
     */
    public boolean isThereBy(long nanoTime) {
      try {
        task.get(Math.max(0, nanoTime - System.nanoTime()), TimeUnit.NANOSECONDS);
        return true;
      } catch (TimeoutException e) {
        return false;
      } catch (ExecutionException e) {
        return true;
      } catch (InterruptedException e) {
        throw new IllegalStateException(e);
      }
    }
  }

  /**
   * Starts the work on at most {@link #LIMIT} targets at a time; the results are in the targets'
   * order.
   */
  public static <R extends @Nullable Object> List<Pending<R>> start(
      List<String> targets, Work<R> work) {
    if (targets.size() != 1) {
      return start(targets, work, Math.min(LIMIT, targets.size()));
    }
    List<Pending<R>> pending = pending(targets, work, false);
    pending.getFirst().task().run();
    return pending;
  }

  /**
   * Performs the work on at most {@code atOnce} targets at a time, in their order. With 1, the work
   * on a target starts when its result is requested, so after the previous result was processed.
   */
  public static <R extends @Nullable Object> List<Pending<R>> upTo(
      List<String> targets, Work<R> work, int atOnce) {
    return atOnce == 1
        ? pending(targets, work, true)
        : start(targets, work, Math.min(atOnce, targets.size()));
  }

  /**
   * Starts the work on all targets at once, for requests that wait long and use few resources of
   * the engine.
   */
  public static <R extends @Nullable Object> List<Pending<R>> startAll(
      List<String> targets, Work<R> work) {
    return start(targets, work, targets.size());
  }

  private static <R extends @Nullable Object> List<Pending<R>> start(
      List<String> targets, Work<R> work, int atOnce) {
    List<Pending<R>> pending = pending(targets, work, false);
    Queue<Pending<R>> left = new ConcurrentLinkedQueue<>(pending);
    for (int i = 0; i < atOnce; i++) {
      Thread.ofPlatform().daemon().name("target").start(() -> workOff(left));
    }
    return pending;
  }

  private static <R extends @Nullable Object> List<Pending<R>> pending(
      List<String> targets, Work<R> work, boolean onDemand) {
    List<Pending<R>> pending = new ArrayList<>();
    for (String target : targets) {
      pending.add(new Pending<>(target, new FutureTask<>(() -> work.on(target)), onDemand));
    }
    return pending;
  }

  private static <R extends @Nullable Object> void workOff(Queue<Pending<R>> left) {
    for (Pending<R> next = left.poll(); next != null; next = left.poll()) {
      next.task().run();
    }
  }
}
