package dev.davit.command.shared;

import dev.davit.cli.CommandContext;
import dev.davit.cli.ExitCode;
import dev.davit.command.shared.InParallel.Pending;
import dev.davit.terminal.Streams;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Performs an action on several targets, in parallel or one after the other, continues after
 * failures, and reports results in the order given.
 */
public final class ForEachTarget {
  private ForEachTarget() {}

  /** An action on one target. */
  public interface Action {
    void on(String target) throws IOException;
  }

  /** Prints the result of a successful action. */
  public interface Shown<R extends @Nullable Object> {
    void show(String target, R result) throws IOException;
  }

  /** Receives the outcome of an action; {@code failure} is null on success. */
  public interface Ended {
    void on(String target, @Nullable IOException failure) throws IOException;
  }

  /**
   * Performs the action in parallel; prints the successful targets, then all errors; returns the
   * exit code.
   */
  public static int atOnce(CommandContext in, Action action) throws IOException {
    return atOnce(in, action, failure -> false);
  }

  /**
   * Performs the action in parallel, as above.
   *
   * @param harmless matches failures that are printed but do not affect the exit code
   */
  public static int atOnce(CommandContext in, Action action, Predicate<IOException> harmless)
      throws IOException {
    List<String> told = new ArrayList<>();
    List<String> errors = new ArrayList<>();
    for (Pending<Boolean> pending : start(in, action)) {
      IOException failure = failure(pending);
      if (failure == null) {
        in.streams().println(pending.target());
      } else {
        (harmless.test(failure) ? told : errors).add(String.valueOf(failure.getMessage()));
      }
    }
    told.forEach(in.streams()::error);
    return exitCode(in.streams(), errors);
  }

  /** Prints the results of successful actions; returns the errors of the others. */
  public static <R extends @Nullable Object> List<String> collect(
      List<Pending<R>> all, Shown<R> shown) throws IOException {
    List<String> errors = new ArrayList<>();
    for (Pending<R> pending : all) {
      R result;
      try {
        result = pending.get();
      } catch (IOException e) {
        errors.add(String.valueOf(e.getMessage()));
        continue;
      }
      shown.show(pending.target(), result);
    }
    return errors;
  }

  /** Performs the action on one target after the other, or in parallel by {@code --parallel}. */
  public static void inTurn(CommandContext in, Action action, Ended ended) throws IOException {
    for (Pending<Boolean> pending : inTurn(in, work(action))) {
      ended.on(pending.target(), failure(pending));
    }
  }

  /** Returns the results of one target after the other, or in parallel by {@code --parallel}. */
  public static <R extends @Nullable Object> List<Pending<R>> inTurn(
      CommandContext in, InParallel.Work<R> work) {
    return InParallel.upTo(in.args(), work, in.get(ParallelFlag.PARALLEL));
  }

  private static List<Pending<Boolean>> start(CommandContext in, Action action) {
    return InParallel.start(in.args(), work(action));
  }

  private static InParallel.Work<Boolean> work(Action action) {
    return target -> {
      action.on(target);
      return true;
    };
  }

  private static @Nullable IOException failure(Pending<Boolean> pending) {
    try {
      pending.get();
      return null;
    } catch (IOException e) {
      return e;
    }
  }

  /** Prints the errors; returns 1 if any were given, otherwise 0. */
  public static int exitCode(Streams streams, List<String> errors) {
    errors.forEach(streams::error);
    return errors.isEmpty() ? ExitCode.SUCCESS : ExitCode.FAILURE;
  }
}
