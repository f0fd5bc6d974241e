package dev.davit.cli.command;

import dev.davit.cli.Command;
import dev.davit.cli.ForEachTarget;
import dev.davit.cli.Invocation;
import dev.davit.cli.Usage;
import dev.davit.cli.complete.Argument;
import dev.davit.cli.flags.FlagValues;
import dev.davit.engine.PendingWait;
import dev.davit.engine.WaitCondition;
import java.io.IOException;
import java.util.List;

/** {@code davit wait}: mirrors cli/command/container/wait.go. */
public final class WaitCommand implements Command {
  @Override
  public Usage usage() {
    return Usage.atLeast(1, "CONTAINER [CONTAINER...]");
  }

  @Override
  public Argument argument(int place, FlagValues given) {
    return Argument.RUNNING_CONTAINER;
  }

  @Override
  public int run(Invocation in) throws IOException {
    List<String> errors =
        ForEachTarget.inTurn(
            in,
            container -> {
              try (PendingWait wait =
                  in.engine().containers().waitFor(container, WaitCondition.NOT_RUNNING)) {
                in.streams().println(Long.toString(wait.exitCode()));
              }
            });
    return ForEachTarget.exitCode(in.streams(), errors);
  }
}
