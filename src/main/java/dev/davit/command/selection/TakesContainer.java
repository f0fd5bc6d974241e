package dev.davit.command.selection;

import dev.davit.cli.Command;
import dev.davit.cli.flags.FlagValues;

/** A command that acts on one container, which a flag can select instead of the first argument. */
public interface TakesContainer extends Command {
  @Override
  default String selectable() {
    return "[CONTAINER]";
  }

  @Override
  default boolean accepts(int arguments, FlagValues given) {
    return Command.super.accepts(SingleContainer.arguments(arguments, given), given);
  }
}
