package dev.davit.command.selection;

import dev.davit.cli.Command;
import dev.davit.cli.flags.FlagValues;

/** A command that acts on several containers, which flags can select instead of arguments. */
public interface TakesContainers extends Command {
  @Override
  default String selectable() {
    return "[CONTAINER...]";
  }

  @Override
  default boolean accepts(int arguments, FlagValues given) {
    return arguments == 0 && SelectionFlags.select(given)
        || Command.super.accepts(arguments, given);
  }
}
