package dev.davit.cli;

import dev.davit.output.OutputSchema;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The schemas of all commands of a tree that have {@code --output}. */
public final class OutputSchemas {
  private static final String VERBOSE = "--verbose";

  private final CommandNode root;

  public OutputSchemas(CommandNode root) {
    this.root = root;
  }

  /**
   * Returns the schema of a command under any of its names, also followed by {@code --verbose};
   * empty if it does not exist.
   */
  public Optional<OutputSchema<?>> of(List<String> words) {
    boolean verbose = words.getLast().equals(VERBOSE);
    CommandNode node = root;
    for (String word : verbose ? words.subList(0, words.size() - 1) : words) {
      CommandNode child = node.child(word).orElse(null);
      if (child == null) {
        return Optional.empty();
      }
      node = child;
    }
    if (node.isGroup()) {
      return Optional.empty();
    }
    Command command = node.newCommand();
    return Optional.ofNullable(verbose ? command.verboseOutput() : command.output());
  }

  /** The schemas of all commands by their verbs, in alphabetical order. */
  public Map<String, OutputSchema<?>> all() {
    Map<String, OutputSchema<?>> all = new TreeMap<>();
    for (CommandNode node : commands(root)) {
      Command command = node.newCommand();
      Stream.of(Optional.ofNullable(command.output()), Optional.ofNullable(command.verboseOutput()))
          .flatMap(Optional::stream)
          .forEach(schema -> all.put(schema.verb(), schema));
    }
    return all;
  }

  private static List<CommandNode> commands(CommandNode node) {
    List<CommandNode> commands = new ArrayList<>();
    for (CommandNode child : node.children()) {
      if (child.isGroup()) {
        commands.addAll(commands(child));
      } else {
        commands.add(child);
      }
    }
    return commands;
  }
}
