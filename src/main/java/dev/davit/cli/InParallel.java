package dev.davit.cli;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.FutureTask;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/** Asks the engine about several containers at once. */
public final class InParallel {
  /** docker's own limit (parallelOperation in cli/command/container/utils.go). */
  private static final int AT_ONCE = 50;

  private InParallel() {}

  /** What is asked about one of them. */
  public interface Work<R extends @Nullable Object> {
    R on(String target) throws IOException;
  }

  /** An answer that may still be on its way. */
  public record Pending<R extends @Nullable Object>(String target, FutureTask<R> task) {
    /** Waits for the answer; throws what the work threw. */
    public R get() throws IOException {
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

    /** Whether the answer is there by a time of {@link System#nanoTime}. */
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

  /** Starts the work on all targets; the answers are in the targets' order. */
  public static <R extends @Nullable Object> List<Pending<R>> start(
      List<String> targets, Work<R> work) {
    return start(targets, work, targets.size() == 1 ? Runnable::run : Thread::startVirtualThread);
  }

  /** The same, but returns at once even where there is only one target. */
  public static <R extends @Nullable Object> List<Pending<R>> startBehind(
      List<String> targets, Work<R> work) {
    return start(targets, work, Thread::startVirtualThread);
  }

  private static <R extends @Nullable Object> List<Pending<R>> start(
      List<String> targets, Work<R> work, Executor executor) {
    Semaphore places = new Semaphore(AT_ONCE);
    List<Pending<R>> pending = new ArrayList<>();
    for (String target : targets) {
      FutureTask<R> task = new FutureTask<>(() -> whenThereIsRoom(places, work, target));
      pending.add(new Pending<>(target, task));
      executor.execute(task);
    }
    return pending;
  }

  private static <R extends @Nullable Object> R whenThereIsRoom(
      Semaphore places, Work<R> work, String target) throws IOException {
    places.acquireUninterruptibly();
    try {
      return work.on(target);
    } finally {
      places.release();
    }
  }
}
