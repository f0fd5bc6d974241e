package dev.davit.command.container;

import dev.davit.cli.Command;
import dev.davit.cli.CommandContext;
import dev.davit.cli.CommandException;
import dev.davit.cli.ExitCode;
import dev.davit.cli.Usage;
import dev.davit.cli.complete.Completer;
import dev.davit.cli.complete.Completers;
import dev.davit.cli.flags.FlagValues;
import java.io.IOException;

/** {@code davit rename}: renames a container. Mirrors cli/command/container/rename.go. */
public final class RenameCommand implements Command {
  @Override
  public Usage usage() {
    return Usage.exactly(2, "CONTAINER NEW_NAME");
  }

  @Override
  public Completer argument(int place, FlagValues given) {
    return place == 0 ? Completers.CONTAINER : Completers.NOTHING;
  }

  @Override
  public int run(CommandContext in) throws IOException {
    String old = in.args().get(0).strip();
    String name = in.args().get(1).strip();
    if (old.isEmpty() || name.isEmpty()) {
      throw CommandException.refused("Error: Neither old nor new names may be empty");
    }
    try {
      in.engine().containers().rename(old, name);
    } catch (IOException e) {
      in.streams().error(String.valueOf(e.getMessage()));
      throw new CommandException(
          "Error: failed to rename container named " + old, ExitCode.FAILURE, e);
    }
    return ExitCode.SUCCESS;
  }
}
