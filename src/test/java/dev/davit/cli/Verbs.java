package dev.davit.cli;

import dev.davit.cli.flags.Flag;
import dev.davit.command.CommandTree;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The commands of the tree, for tests that must try each of them. */
public final class Verbs {
  /** Commands and groups that ask no engine, and the one that forwards the requests of others. */
  private static final Set<String> WITHOUT_AN_ENGINE =
      Set.of("completion", "context", "help", "logout", "schema", "system dial-stdio");

  private Verbs() {}

  /**
   * Returns the commands of an engine that no line begins with, under any of their names.
   *
   * @param lines command lines without the program's name
   */
  public static List<String> untried(Stream<String> lines) {
    Set<CommandNode> tried = lines.map(Verbs::command).collect(Collectors.toSet());
    return below(CommandTree.ROOT)
        .map(CommandNode::original)
        .distinct()
        .filter(node -> !tried.contains(node))
        .map(node -> node.path("").strip())
        .filter(
            path ->
                WITHOUT_AN_ENGINE.stream().noneMatch(name -> (path + " ").startsWith(name + " ")))
        .toList();
  }

  /** Returns the commands that run on several engines, without the program's name. */
  public static List<String> onSeveralEngines() {
    return below(CommandTree.ROOT)
        .map(CommandNode::original)
        .distinct()
        .filter(
            node ->
                node.newCommand().flags().stream().anyMatch(flag -> flag.name().equals("contexts")))
        .map(node -> node.path("").strip())
        .toList();
  }

  /** Returns the command that each line begins with, without the program's name. */
  public static List<String> commands(Stream<String> lines) {
    return lines.map(line -> command(line).path("").strip()).toList();
  }

  /** Returns the flags of a command, hidden ones included. */
  public static List<Flag<?>> flags(String line) {
    return command(line).newCommand().flags();
  }

  /** All commands below a node, shortcuts included. */
  static Stream<CommandNode> below(CommandNode node) {
    return node.isGroup() ? node.children().stream().flatMap(Verbs::below) : Stream.of(node);
  }

  /** The command, or the group, that a line begins with. */
  private static CommandNode command(String line) {
    CommandNode node = CommandTree.ROOT;
    for (String word : line.split(" ", -1)) {
      Optional<CommandNode> child = node.child(word);
      if (child.isEmpty()) {
        break;
      }
      node = child.get();
    }
    return node.original();
  }
}
