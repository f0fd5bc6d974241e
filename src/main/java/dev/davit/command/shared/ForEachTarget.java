package dev.davit.command.shared;

import dev.davit.cli.ExitCode;
import dev.davit.command.shared.InParallel.Pending;
import dev.davit.terminal.Streams;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reports the results of work on several targets in the order given, and then the errors. */
public final class ForEachTarget {
  private ForEachTarget() {}

  /** Prints the result of a successful action. */
  public interface Shown<R extends @Nullable Object> {
    void show(String target, R result) throws IOException;
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

  /** Prints the errors; returns 1 if any were given, otherwise 0. */
  public static int exitCode(Streams streams, List<String> errors) {
    errors.forEach(streams::error);
    return errors.isEmpty() ? ExitCode.SUCCESS : ExitCode.FAILURE;
  }
}
