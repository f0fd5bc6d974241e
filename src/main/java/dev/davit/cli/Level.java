package dev.davit.cli;

import dev.davit.cli.PflagParser.Words;
import dev.davit.cli.flags.Flag;
import dev.davit.cli.flags.FlagValues;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What was typed for one node of the command tree: for the program, for a group or for a command.
 *
 * @param command null for a group, and where no command is named
 * @param synopsis the usage line that messages show
 * @param words what was typed, its values not yet converted
 * @param values the values of the flags, as far as picocli has converted them
 * @param converted the flags whose values have been converted, in the order typed
 * @param arguments what is not a flag, as picocli has found it
 */
record Level(
    CommandNode node,
    @Nullable Command command,
    boolean isStray,
    String path,
    String synopsis,
    Words words,
    FlagValues values,
    List<Flag<?>> converted,
    List<String> arguments) {

  private static Level of(
      CommandNode node,
      @Nullable Command command,
      boolean stray,
      String path,
      String synopsis,
      Words words) {
    return new Level(
        node,
        command,
        stray,
        path,
        synopsis,
        words,
        new FlagValues(),
        new ArrayList<>(),
        new ArrayList<>());
  }

  /** The level of a node, with the words behind its name. */
  static Level of(String program, CommandNode node, List<String> words) {
    String path = node.path(program);
    if (node.isGroup()) {
      Words read = PflagParser.parse(CommandSpecs.flags(node, null), words, false);
      return of(node, null, false, path, synopsis(node, path), read);
    }
    Command command = node.newCommand();
    Usage usage = command.usage();
    Words read = PflagParser.parse(CommandSpecs.flags(node, command), words, usage.interspersed());
    return of(node, command, false, path, usage.text(program, path), read);
  }

  /** The level of words that name no command of a group: docker reads its flags from them, too. */
  static Level stray(String program, CommandNode group, List<String> words) {
    String path = group.path(program);
    Words read =
        group.isMissing(words.getFirst())
            ? new Words(List.of(), words, null, false, null)
            : PflagParser.parse(CommandSpecs.flags(group, null), words, true);
    return of(group, null, true, path, synopsis(group, path), read);
  }

  private static String synopsis(CommandNode group, String path) {
    return group.isRoot() ? path + " [OPTIONS] COMMAND [ARG...]" : path;
  }

  /** Whether all values have been converted. */
  boolean isConverted() {
    return converted.size() == words.uses().size();
  }
}
