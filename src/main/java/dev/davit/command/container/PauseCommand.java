package dev.davit.command.container;

import dev.davit.cli.Command;
import dev.davit.cli.CommandContext;
import dev.davit.cli.Usage;
import dev.davit.cli.complete.Completer;
import dev.davit.cli.complete.Completers;
import dev.davit.cli.flags.FlagValues;
import dev.davit.command.shared.ForEachTarget;
import java.io.IOException;

/** {@code davit pause}: pauses containers. Mirrors cli/command/container/pause.go. */
public final class PauseCommand implements Command {
  @Override
  public Usage usage() {
    return Usage.atLeast(1, "CONTAINER [CONTAINER...]");
  }

  @Override
  public Completer argument(int place, FlagValues given) {
    return Completers.UNPAUSED_CONTAINER;
  }

  @Override
  public int run(CommandContext in) throws IOException {
    return ForEachTarget.atOnce(in, in.engine().containers()::pause);
  }
}
