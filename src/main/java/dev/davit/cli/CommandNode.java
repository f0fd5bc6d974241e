package dev.davit.cli;

import dev.davit.engine.http.ApiVersion;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A command, or a group of commands: what is known of it before its class is loaded. {@link
 * CommandSpecs} makes picocli's model of a node.
 */
public final class CommandNode {
  private final String name;
  private final String summary;
  private final @Nullable Supplier<Command> command;
  private final List<CommandNode> children = new ArrayList<>();
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

  /** A command whose class is loaded when {@code command} is asked for it. */
  public static CommandNode command(String name, String summary, Supplier<Command> command) {
    return new CommandNode(name, summary, command);
  }

  /** A group of commands. */
  public static CommandNode group(String name, String summary, CommandNode... children) {
    CommandNode group = new CommandNode(name, summary, null);
    for (CommandNode child : children) {
      group.add(child);
    }
    return group;
  }

  /** Adds a child; at the root, also the shortcuts to the children of a group. */
  private void add(CommandNode child) {
    child.parent = this;
    children.add(child);
    for (CommandNode command : child.children) {
      if (!command.shortcut.isEmpty()) {
        add(command.asShortcut());
      }
    }
  }

  private CommandNode asShortcut() {
    CommandNode node = new CommandNode(shortcut, summary, command);
    node.aliases = shortcut.equals(name) ? aliases : List.of();
    node.since = since;
    node.deprecation = deprecation;
    node.dockers = dockers;
    node.original = this;
    return node;
  }

  /** Adds other names by which the command can be typed. */
  public CommandNode alias(String... others) {
    aliases = List.of(others);
    return this;
  }

  /** Makes the command a command of the program, too: {@code ps} for {@code container ls}. */
  public CommandNode shortcut(String topLevelName) {
    shortcut = topLevelName;
    return this;
  }

  /** Sets the first API version whose engines have the command. */
  public CommandNode since(int major, int minor) {
    since = new ApiVersion(major, minor);
    return this;
  }

  /**
   * Marks a command that should no longer be used: it is not listed, and says so when it is.
   *
   * @param advice what to do instead: {@code use "x" instead}
   */
  CommandNode deprecated(String advice) {
    deprecation = advice;
    return unlisted();
  }

  /** Marks a command that docker does not have. */
  public CommandNode ours() {
    dockers = false;
    return this;
  }

  /** Names the commands of this group that docker has and davit does not. */
  public CommandNode missing(String... names) {
    missing = Set.of(names);
    return this;
  }

  /** Leaves the command out of the lists of commands in help and man pages. */
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

  /** The program itself. */
  CommandNode root() {
    return parent == null ? this : parent.root();
  }

  boolean isRoot() {
    return parent == null;
  }

  /** Whether docker has the command, too. */
  boolean isDockers() {
    return dockers;
  }

  /** Whether docker has a command of this name in this group, and davit does not. */
  boolean isMissing(String command) {
    return missing.contains(command);
  }

  boolean isListed() {
    return listed;
  }

  /** The first API version whose engines have the command; null if all have it. */
  @Nullable ApiVersion since() {
    return since;
  }

  /** The notice that a deprecated command prints, in the words of docker's library; else empty. */
  Optional<String> deprecation() {
    return Optional.ofNullable(deprecation)
        .map(advice -> "Command \"" + name + "\" is deprecated, " + advice);
  }

  /** The commands and groups below a group, in the order of their declaration. */
  List<CommandNode> children() {
    return children;
  }

  /** The child that a word names. */
  Optional<CommandNode> child(String word) {
    for (CommandNode child : children) {
      if (child.name.equals(word) || child.aliases.contains(word)) {
        return Optional.of(child);
      }
    }
    return Optional.empty();
  }

  /** The node in its group that this one is a shortcut to, or the node itself. */
  CommandNode original() {
    return original == null ? this : original;
  }

  /** The shortcut to this command at the root, if it has one. */
  Optional<CommandNode> shortcut() {
    return shortcut.isEmpty() ? Optional.empty() : root().child(shortcut);
  }

  /** A new instance of the command; a group has none. */
  Command newCommand() {
    if (command == null) {
      throw new IllegalStateException(name + " is a group");
    }
    return command.get();
  }

  /** The words that lead to the node: {@code davit container ls}. */
  String path(String program) {
    return parent == null ? program : parent.path(program) + ' ' + name;
  }

  /** Every way to type the command, the one in its group first. */
  List<String> allPaths(String program) {
    CommandNode first = original();
    List<String> all = new ArrayList<>();
    all.add(first.path(program));
    String prefix = first.parent == null ? "" : first.parent.path(program) + ' ';
    first.aliases.forEach(alias -> all.add(prefix + alias));
    first.shortcut().ifPresent(node -> all.add(node.path(program)));
    return all;
  }

  @Override
  public String toString() {
    return path("davit");
  }
}
