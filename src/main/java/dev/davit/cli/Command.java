package dev.davit.cli;

import dev.davit.cli.complete.Completer;
import dev.davit.cli.complete.Completers;
import dev.davit.cli.flags.Flag;
import dev.davit.cli.flags.FlagGroup;
import dev.davit.cli.flags.FlagValues;
import java.io.IOException;
import java.util.List;

/** A verb: what it takes and what it does. Made only when its name has been typed. */
public interface Command {
  /** Its shape, for parsing and help. */
  Usage usage();

  /** Whether so many arguments will do, with these flags. */
  default boolean accepts(int arguments, FlagValues given) {
    return usage().accepts(arguments);
  }

  /** Its flags, by name in alphabetical order; none by default. */
  default List<Flag<?>> flags() {
    return List.of();
  }

  /** The same as help shows them. */
  default List<FlagGroup> flagGroups() {
    return List.of(new FlagGroup("Options", flags()));
  }

  /**
   * What an argument can be, by its place, counted from 0.
   *
   * @param given the flags so far
   */
  default Completer argument(int place, FlagValues given) {
    return Completers.NOTHING;
  }

  /**
   * Does the work.
   *
   * @return the exit code
   * @throws CommandException to end with a text and an exit code of its own
   * @throws IOException to end with its message and exit code 1
   */
  int run(CommandContext in) throws IOException;
}
