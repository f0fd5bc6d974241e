package dev.davit.command.selection;

import dev.davit.cli.CommandContext;
import dev.davit.command.shared.ForEachTarget;
import dev.davit.command.shared.InParallel;
import dev.davit.command.shared.InParallel.Pending;
import dev.davit.command.shared.ParallelFlag;
import dev.davit.engine.http.EngineException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Performs an action on several containers, in parallel or one after the other, continues after
 * failures, and reports results in the order given. With {@code --ignore}, passes over containers
 * that do not exist any more.
 */
public final class ForEachContainer {
  private final CommandContext in;
  private final List<Selected> containers;

  public ForEachContainer(CommandContext in, List<Selected> containers) {
    this.in = in;
    this.containers = containers;
  }

  /** An action on one container. */
  public interface Action {
    void on(String container) throws IOException;
  }

  /** Receives the outcome of an action; {@code failure} is null on success. */
  public interface Ended {
    void on(String name, @Nullable IOException failure) throws IOException;
  }

  /** Receives the result of work, or its failure. */
  private interface Outcome<R extends @Nullable Object> {
    void of(String name, Pending<R> pending) throws IOException;
  }

  /**
   * Performs the action in parallel; prints the successful containers, then all errors; returns the
   * exit code.
   */
  public int atOnce(Action action) throws IOException {
    return atOnce(action, failure -> false);
  }

  /**
   * Performs the action in parallel, as above.
   *
   * @param harmless matches failures that are printed but do not affect the exit code
   */
  public int atOnce(Action action, Predicate<IOException> harmless) throws IOException {
    List<String> harmlessErrors = new ArrayList<>();
    List<String> errors = new ArrayList<>();
    forEach(
        InParallel.start(arguments(), work(action)),
        (name, pending) -> {
          IOException failure = failure(pending);
          if (failure == null) {
            in.streams().println(name);
          } else if (!isIgnored(failure)) {
            (harmless.test(failure) ? harmlessErrors : errors)
                .add(String.valueOf(failure.getMessage()));
          }
        });
    harmlessErrors.forEach(in.streams()::error);
    return ForEachTarget.exitCode(in.streams(), errors);
  }

  /** Performs the action on one after the other, or in parallel by {@code --parallel}. */
  public void inTurn(Action action, Ended ended) throws IOException {
    forEach(
        inTurn(work(action)),
        (name, pending) -> {
          IOException failure = failure(pending);
          if (failure == null || !isIgnored(failure)) {
            ended.on(name, failure);
          }
        });
  }

  /**
   * Performs work on one after the other, or in parallel by {@code --parallel}; prints the results
   * and returns the errors.
   */
  public <R extends @Nullable Object> List<String> collectInTurn(
      InParallel.Work<R> work, ForEachTarget.Shown<R> shown) throws IOException {
    List<String> errors = new ArrayList<>();
    forEach(
        inTurn(work),
        (name, pending) -> {
          IOException failure = failure(pending);
          if (failure == null) {
            shown.show(name, pending.get());
          } else if (!isIgnored(failure)) {
            errors.add(String.valueOf(failure.getMessage()));
          }
        });
    return errors;
  }

  private <R extends @Nullable Object> List<Pending<R>> inTurn(InParallel.Work<R> work) {
    return InParallel.upTo(arguments(), work, in.get(ParallelFlag.PARALLEL));
  }

  private <R extends @Nullable Object> void forEach(List<Pending<R>> all, Outcome<R> outcome)
      throws IOException {
    for (int i = 0; i < all.size(); i++) {
      outcome.of(containers.get(i).name(), all.get(i));
    }
  }

  private List<String> arguments() {
    return containers.stream().map(Selected::argument).toList();
  }

  private boolean isIgnored(IOException failure) {
    return in.get(SelectionFlags.IGNORE)
        && failure instanceof EngineException refused
        && refused.isNotFound();
  }

  private static InParallel.Work<Boolean> work(Action action) {
    return container -> {
      action.on(container);
      return true;
    };
  }

  private static @Nullable IOException failure(Pending<?> pending) {
    try {
      pending.get();
      return null;
    } catch (IOException e) {
      return e;
    }
  }
}
