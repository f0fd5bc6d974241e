package dev.davit.cli.command;

import dev.davit.cli.Command;
import dev.davit.cli.ForEachTarget;
import dev.davit.cli.Invocation;
import dev.davit.cli.Usage;
import dev.davit.cli.complete.Argument;
import dev.davit.cli.flags.FlagValues;
import java.io.IOException;

/** {@code davit unpause}: mirrors cli/command/container/unpause.go. */
public final class UnpauseCommand implements Command {
  @Override
  public Usage usage() {
    return Usage.atLeast(1, "CONTAINER [CONTAINER...]");
  }

  @Override
  public Argument argument(int place, FlagValues given) {
    return Argument.FROZEN_CONTAINER;
  }

  @Override
  public int run(Invocation in) throws IOException {
    return ForEachTarget.atOnce(in, in.engine().containers()::unpause);
  }
}
