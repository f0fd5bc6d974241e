package dev.davit.cli;

import dev.davit.cli.InParallel.Pending;
import dev.davit.terminal.Streams;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Does the same to several containers, and goes on after a failure. At once: prints the names of
 * those it worked for in the order given and then every error.
 */
public final class ForEachTarget {
  private ForEachTarget() {}

  /** What is done to one of them. */
  public interface Action {
    void on(String target) throws IOException;
  }

  /** Returns the exit code. */
  public static int atOnce(Invocation in, Action action) throws IOException {
    return atOnce(in, action, failure -> false);
  }

  /**
   * Returns the exit code.
   *
   * @param harmless which failures are told and otherwise don't count
   */
  public static int atOnce(Invocation in, Action action, Predicate<IOException> harmless)
      throws IOException {
    List<Pending<Boolean>> all =
        InParallel.start(
            in.args(),
            target -> {
              action.on(target);
              return true;
            });
    List<String> told = new ArrayList<>();
    List<String> errors = new ArrayList<>();
    for (Pending<Boolean> pending : all) {
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

  /**
   * Does the same to one after the other; the action itself prints. Returns what went wrong, to be
   * told at the end by {@link #exitCode}.
   */
  public static List<String> inTurn(Invocation in, Action action) throws Streams.BrokenPipe {
    List<String> errors = new ArrayList<>();
    for (String target : in.args()) {
      try {
        action.on(target);
      } catch (Streams.BrokenPipe e) {
        throw e;
      } catch (IOException e) {
        errors.add(String.valueOf(e.getMessage()));
      }
    }
    return errors;
  }

  private static @Nullable IOException failure(Pending<Boolean> pending) {
    try {
      pending.get();
      return null;
    } catch (IOException e) {
      return e;
    }
  }

  /** Prints the errors, and fails if there are any. */
  public static int exitCode(Streams streams, List<String> errors) {
    errors.forEach(streams::error);
    return errors.isEmpty() ? ExitCode.SUCCESS : ExitCode.FAILURE;
  }
}
