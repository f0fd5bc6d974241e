package dev.davit.command.container;

import dev.davit.cli.Command;
import dev.davit.cli.CommandContext;
import dev.davit.cli.Usage;
import dev.davit.cli.complete.Completer;
import dev.davit.cli.complete.Completers;
import dev.davit.cli.flags.FlagValues;
import dev.davit.command.shared.ForEachTarget;
import java.io.IOException;

/** {@code davit unpause}: resumes paused containers. Mirrors cli/command/container/unpause.go. */
public final class UnpauseCommand implements Command {
  @Override
  public Usage usage() {
    return Usage.atLeast(1, "CONTAINER [CONTAINER...]");
  }

  @Override
  public Completer argument(int place, FlagValues given) {
    return Completers.PAUSED_CONTAINER;
  }

  @Override
  public int run(CommandContext in) throws IOException {
    return ForEachTarget.atOnce(in, in.engine().containers()::unpause);
  }
}
