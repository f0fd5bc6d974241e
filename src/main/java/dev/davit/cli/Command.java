package dev.davit.cli;

import dev.davit.cli.complete.Completer;
import dev.davit.cli.complete.Completers;
import dev.davit.cli.flags.Flag;
import dev.davit.cli.flags.FlagGroup;
import dev.davit.cli.flags.FlagValues;
import dev.davit.output.OutputSchema;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A command: its usage, its flags and its action. Created only when its name is typed. */
public interface Command {
  /** Returns the usage line and the number of arguments. */
  Usage usage();

  /** Whether this number of arguments is valid with these flags. */
  default boolean accepts(int arguments, FlagValues given) {
    return usage().accepts(arguments);
  }

  /**
   * Returns the arguments that flags can replace, as help shows them: {@code [CONTAINER...]}; empty
   * by default.
   */
  default String selectable() {
    return "";
  }

  /** Returns the flags, sorted by name; none by default. */
  default List<Flag<?>> flags() {
    return List.of();
  }

  /** Returns the flags in the groups that help shows. */
  default List<FlagGroup> flagGroups() {
    return List.of(new FlagGroup("Options", flags()));
  }

  /** Returns the schema of {@code --output}; null for a command without this flag. */
  default @Nullable OutputSchema<?> output() {
    return null;
  }

  /** Returns the schema of {@code --output} with {@code --verbose}; null if it is the same. */
  default @Nullable OutputSchema<?> verboseOutput() {
    return null;
  }

  /**
   * Returns the completer of an argument.
   *
   * @param place the index of the argument, counted from 0
   * @param given the flags before it
   */
  default Completer argument(int place, FlagValues given) {
    return Completers.NOTHING;
  }

  /** Whether the command runs on other engines only, not on the current one. */
  default boolean runsElsewhere(CommandContext in) {
    return false;
  }

  /**
   * Returns why the command cannot run on several engines with these flags and arguments; empty if
   * it can.
   */
  default String needsOneEngine(CommandContext in) {
    return "";
  }

  /**
   * Runs the command.
   *
   * @return the exit code
   * @throws CommandException to fail with its message and exit code
   * @throws IOException to fail with its message and exit code 1
   */
  int run(CommandContext in) throws IOException;
}
