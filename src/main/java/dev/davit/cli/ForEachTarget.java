package dev.davit.cli;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;

/**
 * Does the same to several containers, goes on after a failure, prints the names of those it worked
 * for in the order given and then every error.
 */
public final class ForEachTarget {
  /** docker's own limit (parallelOperation in cli/command/container/utils.go). */
  private static final int AT_ONCE = 50;

  private final Invocation in;
  private final List<String> errors = new ArrayList<>();

  private ForEachTarget(Invocation in) {
    this.in = in;
  }

  /** What is done to one of them. */
  public interface Action {
    void on(String target) throws IOException;
  }

  /** One after the other. Returns the exit code. */
  public static int inTurn(Invocation in, List<String> targets, Action action) throws IOException {
    ForEachTarget all = new ForEachTarget(in);
    for (String target : targets) {
      all.report(target, failure(action, target));
    }
    return all.exitCode();
  }

  /** All at once. Returns the exit code. */
  public static int atOnce(Invocation in, List<String> targets, Action action) throws IOException {
    if (targets.size() == 1) {
      return inTurn(in, targets, action);
    }
    Semaphore places = new Semaphore(AT_ONCE);
    List<FutureTask<@Nullable IOException>> pending = new ArrayList<>();
    for (String target : targets) {
      pending.add(started(() -> whenThereIsRoom(places, action, target)));
    }
    ForEachTarget all = new ForEachTarget(in);
    for (int i = 0; i < targets.size(); i++) {
      all.report(targets.get(i), outcome(pending.get(i)));
    }
    return all.exitCode();
  }

  private static FutureTask<@Nullable IOException> started(Callable<@Nullable IOException> work) {
    FutureTask<@Nullable IOException> task = new FutureTask<>(work);
    Thread.startVirtualThread(task);
    return task;
  }

  private static @Nullable IOException whenThereIsRoom(
      Semaphore places, Action action, String target) {
    places.acquireUninterruptibly();
    try {
      return failure(action, target);
    } finally {
      places.release();
    }
  }

  private static @Nullable IOException failure(Action action, String target) {
    try {
      action.on(target);
      return null;
    } catch (IOException e) {
      return e;
    }
  }

  private static @Nullable IOException outcome(FutureTask<@Nullable IOException> task) {
    try {
      return task.get();
    } catch (InterruptedException | ExecutionException e) {
      throw new IllegalStateException(e);
    }
  }

  private void report(String target, @Nullable IOException failure) throws IOException {
    if (failure == null) {
      in.streams().println(target);
    } else {
      errors.add(String.valueOf(failure.getMessage()));
    }
  }

  private int exitCode() {
    errors.forEach(in.streams()::error);
    return errors.isEmpty() ? ExitCode.SUCCESS : ExitCode.FAILURE;
  }
}
