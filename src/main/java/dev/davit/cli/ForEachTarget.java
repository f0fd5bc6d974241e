package dev.davit.cli;

import dev.davit.cli.InParallel.Pending;
import dev.davit.terminal.Streams;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Does the same to several containers at once, goes on after a failure, prints the names of those
 * it worked for in the order given and then every error.
 */
public final class ForEachTarget {
  private ForEachTarget() {}

  /** What is done to one of them. */
  public interface Action {
    void on(String target) throws IOException;
  }

  /** Returns the exit code. */
  public static int atOnce(Invocation in, Action action) throws IOException {
    List<Pending<Boolean>> all =
        InParallel.start(
            in.args(),
            target -> {
              action.on(target);
              return true;
            });
    List<String> errors = new ArrayList<>();
    for (Pending<Boolean> pending : all) {
      String failure = failure(pending);
      if (failure == null) {
        in.streams().println(pending.target());
      } else {
        errors.add(failure);
      }
    }
    return exitCode(in.streams(), errors);
  }

  private static @Nullable String failure(Pending<Boolean> pending) {
    try {
      pending.get();
      return null;
    } catch (IOException e) {
      return String.valueOf(e.getMessage());
    }
  }

  /** Prints the errors, and fails if there are any. */
  public static int exitCode(Streams streams, List<String> errors) {
    errors.forEach(streams::error);
    return errors.isEmpty() ? ExitCode.SUCCESS : ExitCode.FAILURE;
  }
}
