package dev.davit.cli;

import static dev.davit.cli.GlobalFlags.HELP;

import dev.davit.cli.flags.FlagValues;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A command line as levels: the program, the groups and the command, each with its flags, up to the
 * first mistake.
 */
record TypedLine(List<Level> levels) {
  /**
   * Parses the words after the program's name.
   *
   * @param root the root of the command tree
   */
  static TypedLine read(CommandNode root, String program, List<String> words) {
    List<Level> levels = new ArrayList<>();
    CommandNode node = root;
    List<String> rest = words;
    while (true) {
      Level level = Level.of(program, node, rest);
      levels.add(level);
      List<String> arguments = level.words().arguments();
      if (!node.isGroup() || level.words().mistake() != null || arguments.isEmpty()) {
        break;
      }
      if (!node.isRoot() && followDashes(arguments, rest)) {
        levels.removeLast();
        levels.add(Level.stray(program, node, rest));
        break;
      }
      Optional<CommandNode> child = node.child(arguments.getFirst());
      if (child.isEmpty()) {
        levels.add(Level.stray(program, node, arguments));
        break;
      }
      node = child.get();
      rest = arguments.subList(1, arguments.size());
    }
    return new TypedLine(levels);
  }

  /** Whether {@code --} precedes the arguments, which below a group then name no command. */
  private static boolean followDashes(List<String> arguments, List<String> words) {
    int before = words.size() - arguments.size() - 1;
    return before >= 0 && words.get(before).equals("--");
  }

  Level last() {
    return levels.getLast();
  }

  /** The global flags. */
  FlagValues globals() {
    return levels.getFirst().values();
  }

  /** Whether help is requested: the last {@code --help} or {@code --help=false} counts. */
  boolean asksForHelp() {
    boolean asks = false;
    for (Level level : levels) {
      Boolean here = level.values().orNull(HELP);
      asks = here == null ? asks : here;
    }
    return asks;
  }

  /**
   * The index of the level with the first mistake: a value that cannot be converted, or else a
   * mistake of grammar.
   */
  int firstMistake() {
    for (int i = 0; i < levels.size(); i++) {
      if (!levels.get(i).isConverted()) {
        return i;
      }
    }
    return levels.size() - 1;
  }
}
