package dev.davit.cli;

import dev.davit.cli.PflagParser.Use;
import dev.davit.cli.PflagParser.Words;
import dev.davit.cli.flags.Flag;
import dev.davit.cli.flags.FlagValues;
import dev.davit.cli.flags.FlagWriter;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The words of one node on a command line: of the program, a group or a command.
 *
 * @param command null for a group, and for words that name no command
 * @param isStray whether the words name no command of the group
 * @param synopsis the usage line of messages
 * @param words the words by pflag's grammar, values not converted
 * @param values the values of the flags that picocli has converted so far
 * @param converted the flags whose values were converted, in the order typed
 * @param arguments the positional arguments that picocli has found
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

  /** Parses the words after a node's name. */
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

  /**
   * Parses words that name no command of a group; as in docker, the group's flags can be among
   * them.
   */
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

  /**
   * Converts the values without picocli.
   *
   * @return whether the words have no mistake
   */
  boolean convert() {
    for (Use use : words.uses()) {
      try {
        values.add(use.flag(), use.flag().parse(use.value()));
      } catch (IllegalArgumentException e) {
        return false;
      }
      converted.add(use.flag());
    }
    return words.mistake() == null;
  }

  /** Whether all values were converted. */
  boolean isConverted() {
    return converted.size() == words.uses().size();
  }

  /** The flags as typed, each as one word {@code --NAME=VALUE}. */
  List<String> options() {
    return words.uses().stream().map(use -> FlagWriter.word(use.flag(), use.value())).toList();
  }
}
