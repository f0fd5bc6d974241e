package dev.davit.cli;

import dev.davit.output.OutputSchema;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The schemas of all commands of a tree that have {@code --output}. */
public final class OutputSchemas {
  private final CommandNode root;

  public OutputSchemas(CommandNode root) {
    this.root = root;
  }

  /** Returns the schema of a command under any of its names; empty without {@code --output}. */
  public Optional<OutputSchema<?>> of(List<String> words) {
    CommandNode node = root;
    for (String word : words) {
      CommandNode child = node.child(word).orElse(null);
      if (child == null) {
        return Optional.empty();
      }
      node = child;
    }
    return node.isGroup() ? Optional.empty() : Optional.ofNullable(node.newCommand().output());
  }

  /** The schemas of all commands by their verbs, in alphabetical order. */
  public Map<String, OutputSchema<?>> all() {
    Map<String, OutputSchema<?>> all = new TreeMap<>();
    for (CommandNode node : commands(root)) {
      OutputSchema<?> schema = node.newCommand().output();
      if (schema != null) {
        all.put(schema.verb(), schema);
      }
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
