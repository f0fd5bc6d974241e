package dev.davit.command.container;

import dev.davit.cli.Command;
import dev.davit.cli.CommandContext;
import dev.davit.cli.ExitCode;
import dev.davit.cli.Usage;
import dev.davit.cli.complete.Completer;
import dev.davit.cli.complete.Completers;
import dev.davit.cli.flags.Flag;
import dev.davit.cli.flags.FlagValues;
import dev.davit.command.shared.ForEachTarget;
import dev.davit.command.shared.InParallel;
import dev.davit.command.shared.InParallel.Pending;
import dev.davit.engine.PendingWait;
import dev.davit.engine.WaitCondition;
import dev.davit.engine.WaitFailure;
import dev.davit.opts.Timeout;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** {@code davit wait}: waits until containers stop. Mirrors cli/command/container/wait.go. */
public final class WaitCommand implements Command {
  private static final Flag<@Nullable WaitCondition> CONDITION =
      Flag.value(
              "condition",
              "string",
              WaitCondition::parse,
              "Condition to wait for: not-running, next-exit or removed (default not-running)")
          .completes(Completer.words("next-exit not-running removed"));
  private static final Flag<@Nullable Timeout> TIMEOUT =
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
    return List.of(CONDITION, TIMEOUT);
  }

  @Override
  public Completer argument(int place, FlagValues given) {
    return Completers.RUNNING_CONTAINER;
  }

  @Override
  public int run(CommandContext in) throws IOException {
    Timeout limit = in.get(TIMEOUT);
    List<Pending<Integer>> waits = InParallel.startAll(in.args(), name -> wait(in, name));
    long end = limit == null ? 0 : System.nanoTime() + limit.nanos();
    List<String> errors = new ArrayList<>();
    List<String> late = new ArrayList<>();
    for (Pending<Integer> pending : waits) {
      if (limit == null || pending.isThereBy(end)) {
        print(in, pending, errors);
      } else {
        late.add(pending.target());
      }
    }
    if (late.isEmpty()) {
      return ForEachTarget.exitCode(in.streams(), errors);
    }
    errors.add("timed out after " + limit + " waiting for " + String.join(", ", late));
    ForEachTarget.exitCode(in.streams(), errors);
    return ExitCode.TIMED_OUT; // the process exits, which ends all other waits
  }

  private static int wait(CommandContext in, String name) throws IOException {
    WaitCondition condition =
        Objects.requireNonNullElse(in.get(CONDITION), WaitCondition.NOT_RUNNING);
    try (PendingWait wait = in.engine().containers().waitFor(name, condition)) {
      return wait.exitCode();
    }
  }

  private static void print(CommandContext in, Pending<Integer> pending, List<String> errors)
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
    in.streams().println(Integer.toString(code));
  }
}
