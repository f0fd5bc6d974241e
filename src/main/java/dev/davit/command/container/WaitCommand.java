package dev.davit.command.container;

import dev.davit.cli.CommandContext;
import dev.davit.cli.CommandException;
import dev.davit.cli.ExitCode;
import dev.davit.cli.Usage;
import dev.davit.cli.complete.Completer;
import dev.davit.cli.complete.Completers;
import dev.davit.cli.flags.Flag;
import dev.davit.cli.flags.FlagValues;
import dev.davit.command.selection.ContainerSelection;
import dev.davit.command.selection.Selected;
import dev.davit.command.selection.SelectionFlags;
import dev.davit.command.selection.TakesContainers;
import dev.davit.command.shared.ForEachTarget;
import dev.davit.command.shared.InParallel;
import dev.davit.command.shared.InParallel.Pending;
import dev.davit.command.shared.ReadyWait;
import dev.davit.command.shared.WaitFlags;
import dev.davit.engine.PendingWait;
import dev.davit.engine.WaitCondition;
import dev.davit.engine.WaitFailure;
import dev.davit.opts.Timeout;
import dev.davit.readiness.ReadyCondition;
import dev.davit.readiness.Wanted;
import dev.davit.readiness.Watch;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * {@code davit wait}: waits until containers stop, or until they meet other conditions. Mirrors
 * cli/command/container/wait.go.
 */
public final class WaitCommand implements TakesContainers {
  private static final Flag<Boolean> ANY =
      Flag.bool("any", "End when one condition of one container is met, and print its name");
  private static final Flag<List<ReadyCondition>> CONDITION =
      Flag.list(
              "condition",
              (char) 0,
              "condition",
              ReadyCondition::parse,
              "Wait for exited, file=, healthy, log=, next-exit, port=, removed or running (default not-running)")
          .completes(WaitFlags.CONDITIONS);
  public static final Flag<Boolean> EXIT_CODE =
      Flag.bool("exit-code", "Exit with the first exit code of a container that is not 0");
  public static final Flag<@Nullable Timeout> TIMEOUT =
      Flag.value(
          "timeout",
          "duration",
          Timeout::parse,
          "Time to wait before exiting with 124: SECONDS or a duration such as 1m30s (default: no limit)");

  @Override
  public Usage usage() {
    return Usage.atLeast(1, "CONTAINER [CONTAINER...]");
  }

  @Override
  public List<Flag<?>> flags() {
    return SelectionFlags.severalWith(List.of(ANY, CONDITION, EXIT_CODE, TIMEOUT));
  }

  @Override
  public Completer argument(int place, FlagValues given) {
    return Completers.RUNNING_CONTAINER;
  }

  @Override
  public int run(CommandContext in) throws IOException {
    List<ReadyCondition> conditions = in.get(CONDITION);
    if (in.get(EXIT_CODE) && !conditions.isEmpty() && !anyIsEnd(conditions)) {
      throw CommandException.refused(
          "--exit-code needs a condition with an exit code: exited, next-exit, not-running or"
              + " removed");
    }
    boolean dockers =
        conditions.isEmpty() || conditions.size() == 1 && conditions.getFirst().isDockers();
    List<Selected> containers = ContainerSelection.of(in);
    if (containers.isEmpty()) {
      return ExitCode.SUCCESS; // with --ignore
    }
    return dockers && !in.get(ANY)
        ? waitForExit(in, containers)
        : waitUntilReady(in, containers, conditions);
  }

  private static boolean anyIsEnd(List<ReadyCondition> conditions) {
    return conditions.stream().anyMatch(ReadyCondition::isEnd);
  }

  /** Prints the names of the containers, in the order given, when all have met the conditions. */
  private static int waitUntilReady(
      CommandContext in, List<Selected> containers, List<ReadyCondition> conditions)
      throws IOException {
    Wanted wanted =
        new Wanted(
            conditions.isEmpty() ? List.of(ReadyCondition.NOT_RUNNING) : conditions, in.get(ANY));
    ReadyWait.Result result =
        new ReadyWait(
                arguments(containers),
                wanted,
                name -> Watch.begin(in.engine(), name, wanted, false))
            .await(in.get(TIMEOUT));
    for (int place : result.met().keySet()) {
      in.streams().println(containers.get(place).name());
    }
    int failure = result.report(in);
    if (failure != ExitCode.SUCCESS || !in.get(EXIT_CODE)) {
      return failure;
    }
    return firstFailure(
        result.met().values().stream()
            .map(outcome -> Objects.requireNonNullElse(outcome.exitCode(), 0))
            .toList());
  }

  private static List<String> arguments(List<Selected> containers) {
    return containers.stream().map(Selected::argument).toList();
  }

  private static int firstFailure(List<Integer> exitCodes) {
    return exitCodes.stream().filter(code -> code != 0).findFirst().orElse(ExitCode.SUCCESS);
  }

  /** Prints exit codes, as docker does. */
  private static int waitForExit(CommandContext in, List<Selected> containers) throws IOException {
    Timeout limit = in.get(TIMEOUT);
    List<Pending<Integer>> waits =
        InParallel.startAll(arguments(containers), name -> wait(in, name));
    long end = limit == null ? 0 : System.nanoTime() + limit.nanos();
    List<Integer> exitCodes = new ArrayList<>();
    List<String> errors = new ArrayList<>();
    List<String> late = new ArrayList<>();
    for (int i = 0; i < waits.size(); i++) {
      Pending<Integer> pending = waits.get(i);
      if (limit == null || pending.isThereBy(end)) {
        print(in, pending, exitCodes, errors);
      } else {
        late.add(containers.get(i).name());
      }
    }
    if (late.isEmpty()) {
      int failure = ForEachTarget.exitCode(in.streams(), errors);
      return failure == ExitCode.SUCCESS && in.get(EXIT_CODE) ? firstFailure(exitCodes) : failure;
    }
    errors.add("timed out after " + limit + " waiting for " + String.join(", ", late));
    ForEachTarget.exitCode(in.streams(), errors);
    return ExitCode.TIMED_OUT; // the process exits, which ends all other waits
  }

  private static int wait(CommandContext in, String name) throws IOException {
    WaitCondition condition =
        in.get(CONDITION).isEmpty()
            ? WaitCondition.NOT_RUNNING
            : WaitCondition.parse(in.get(CONDITION).getFirst().text());
    try (PendingWait wait = in.engine().containers().waitFor(name, condition)) {
      return wait.exitCode();
    }
  }

  private static void print(
      CommandContext in, Pending<Integer> pending, List<Integer> exitCodes, List<String> errors)
      throws IOException {
    int code;
    try {
      code = pending.get();
    } catch (WaitFailure e) {
      errors.add(String.valueOf(e.getMessage()));
      code = e.exitCode();
    } catch (IOException e) {
      errors.add(String.valueOf(e.getMessage()));
      return;
    }
    exitCodes.add(code);
    in.streams().println(Integer.toString(code));
  }
}
