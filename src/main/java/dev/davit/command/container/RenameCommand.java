package dev.davit.command.container;

import dev.davit.cli.CommandContext;
import dev.davit.cli.CommandException;
import dev.davit.cli.ExitCode;
import dev.davit.cli.Usage;
import dev.davit.cli.complete.Completer;
import dev.davit.cli.complete.Completers;
import dev.davit.cli.flags.Flag;
import dev.davit.cli.flags.FlagValues;
import dev.davit.command.removal.Preview;
import dev.davit.command.removal.Protection;
import dev.davit.command.selection.ContainerChange;
import dev.davit.command.selection.SelectionFlags;
import dev.davit.command.selection.SingleContainer;
import dev.davit.command.selection.TakesContainer;
import java.io.IOException;
import java.util.List;

/** {@code davit rename}: renames a container. Mirrors cli/command/container/rename.go. */
public final class RenameCommand implements TakesContainer {
  private static final Flag<Boolean> DRY_RUN =
      Preview.DRY_RUN.variant("List the container that would be renamed, and change nothing");

  @Override
  public Usage usage() {
    return Usage.exactly(2, "CONTAINER NEW_NAME");
  }

  @Override
  public List<Flag<?>> flags() {
    return SelectionFlags.oneWith(List.of(DRY_RUN, Preview.QUIET, Protection.UNPROTECT));
  }

  @Override
  public Completer argument(int place, FlagValues given) {
    return place == 0 ? Completers.CONTAINER : Completers.NOTHING;
  }

  @Override
  public int run(CommandContext typed) throws IOException {
    boolean preview = Preview.isGiven(typed);
    Protection protection = Protection.of(typed);
    CommandContext in = SingleContainer.resolved(typed);
    String old = in.args().get(0).strip();
    String name = in.args().get(1).strip();
    if (old.isEmpty() || name.isEmpty()) {
      throw CommandException.refused("Error: Neither old nor new names may be empty");
    }
    if (preview) {
      return ContainerChange.preview(in, List.of(old), protection);
    }
    if (protection.needsObjects()) {
      ContainerChange.require(in, protection, old);
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
