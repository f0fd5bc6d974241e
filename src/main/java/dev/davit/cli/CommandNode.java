package dev.davit.cli;

import dev.davit.engine.http.ApiVersion;
import dev.davit.text.GoQuote;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A node of the command tree: a command or a group of commands. Has all attributes that are needed
 * before the command's class is loaded. {@link CommandSpecs} creates picocli's model of a node.
 */
public final class CommandNode {
  private final String name;
  private final String summary;
  private final @Nullable Supplier<Command> command;
  private final List<CommandNode> children = new ArrayList<>();
  private final List<CommandNode> repetitions = new ArrayList<>();
  private List<String> aliases = List.of();
  private String shortcut = "";
  private @Nullable CommandNode parent;
  private @Nullable CommandNode original;
  private @Nullable ApiVersion since;
  private @Nullable String deprecation;
  private boolean dockers = true;
  private boolean listed = true;
  private Set<String> missing = Set.of();

  private CommandNode(String name, String summary, @Nullable Supplier<Command> command) {
    this.name = name;
    this.summary = summary;
    this.command = command;
  }

  /** Creates a command, whose class is loaded at the first call of {@code command}. */
  public static CommandNode command(String name, String summary, Supplier<Command> command) {
    return new CommandNode(name, summary, command);
  }

  /** Creates a group of commands. */
  public static CommandNode group(String name, String summary, CommandNode... children) {
    CommandNode group = new CommandNode(name, summary, null);
    for (CommandNode child : children) {
      group.add(child);
    }
    return group;
  }

  /** Adds a child; at the root, adds the shortcuts to the children of a group, too. */
  private void add(CommandNode child) {
    child.parent = this;
    children.add(child);
    for (CommandNode command : child.children) {
      if (!command.shortcut.isEmpty()) {
        add(command.copy(command.shortcut));
      }
    }
  }

  private CommandNode copy(String typed) {
    CommandNode node = new CommandNode(typed, summary, command);
    node.aliases = typed.equals(name) ? aliases : List.of();
    node.since = since;
    node.deprecation = deprecation;
    node.dockers = dockers;
    node.original = this;
    return node;
  }

  /** Returns the command for a second group: {@code builder build} is {@code image build}. */
  public CommandNode repeated() {
    CommandNode node = copy(name);
    repetitions.add(node);
    return node;
  }

  /** Sets the aliases of the command. */
  public CommandNode alias(String... others) {
    aliases = List.of(others);
    return this;
  }

  /** Adds a shortcut at the root: {@code ps} for {@code container ls}. */
  public CommandNode shortcut(String topLevelName) {
    shortcut = topLevelName;
    return this;
  }

  /** Sets the lowest API version that supports the command. */
  public CommandNode since(int major, int minor) {
    since = new ApiVersion(major, minor);
    return this;
  }

  /**
   * Deprecates the command: it is not listed, and prints a notice when it is run.
   *
   * @param advice the replacement: {@code use "x" instead}
   */
  CommandNode deprecated(String advice) {
    deprecation = advice;
    return unlisted();
  }

  /** Marks the command as one that docker does not have. */
  public CommandNode ours() {
    dockers = false;
    return this;
  }

  /** Sets the names of commands of this group that docker has and davit does not implement. */
  public CommandNode missing(String... names) {
    missing = Set.of(names);
    return this;
  }

  /** Hides the command from the lists of commands in help and man pages. */
  public CommandNode unlisted() {
    listed = false;
    return this;
  }

  String name() {
    return name;
  }

  List<String> aliases() {
    return aliases;
  }

  String summary() {
    return summary;
  }

  boolean isGroup() {
    return command == null;
  }

  /** The node of the program. */
  CommandNode root() {
    return parent == null ? this : parent.root();
  }

  boolean isRoot() {
    return parent == null;
  }

  /** Whether docker has the command. */
  boolean isDockers() {
    return dockers;
  }

  /** Whether docker has a command of this name in this group, and davit does not. */
  boolean isMissing(String command) {
    return missing.contains(command);
  }

  /** Whether docker has a command of this name or alias in this group. */
  boolean hasDockers(String word) {
    return isMissing(word) || child(word).filter(CommandNode::isDockers).isPresent();
  }

  /**
   * Returns docker's reason why a plugin may not have this name; empty if the name is free. Plugins
   * take precedence over commands that docker lacks.
   */
  String conflict(String plugin) {
    CommandNode node = child(plugin).filter(CommandNode::isDockers).orElse(null);
    return node != null && !node.name.equals(plugin)
        ? "duplicates an alias of builtin command " + GoQuote.quote(node.name)
        : hasDockers(plugin) ? "duplicates builtin command" : "";
  }

  boolean isListed() {
    return listed;
  }

  /** The lowest API version that supports the command; null if all do. */
  @Nullable ApiVersion since() {
    return since;
  }

  /**
   * The notice that a deprecated command prints, as docker's library words it; empty if not
   * deprecated.
   */
  Optional<String> deprecation() {
    return Optional.ofNullable(deprecation)
        .map(advice -> "Command \"" + name + "\" is deprecated, " + advice);
  }

  /** The children of a group, in the order of their declaration. */
  List<CommandNode> children() {
    return children;
  }

  /** The child with this name or alias. */
  Optional<CommandNode> child(String word) {
    for (CommandNode child : children) {
      if (child.name.equals(word) || child.aliases.contains(word)) {
        return Optional.of(child);
      }
    }
    return Optional.empty();
  }

  /** The node that a shortcut or repetition stands for; otherwise this node. */
  CommandNode original() {
    return original == null ? this : original;
  }

  /** The shortcut at the root to this command. */
  Optional<CommandNode> shortcut() {
    return shortcut.isEmpty() ? Optional.empty() : root().child(shortcut);
  }

  /** Creates an instance of the command; fails for a group. */
  Command newCommand() {
    if (command == null) {
      throw new IllegalStateException(name + " is a group");
    }
    return command.get();
  }

  /** The words to type for the node: {@code davit container ls}. */
  String path(String program) {
    return parent == null ? program : parent.path(program) + ' ' + name;
  }

  /** All ways to type the command; the path in its group is first. */
  List<String> allPaths(String program) {
    CommandNode first = original();
    List<String> all = new ArrayList<>();
    all.add(first.path(program));
    String prefix = first.parent == null ? "" : first.parent.path(program) + ' ';
    first.aliases.forEach(alias -> all.add(prefix + alias));
    first.shortcut().ifPresent(node -> all.add(node.path(program)));
    first.repetitions.forEach(node -> all.add(node.path(program)));
    return all;
  }

  @Override
  public String toString() {
    return path("davit");
  }
}
