package dev.davit.cli;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;

/** Formats the help of a command in docker's layout, from the model of {@link CommandSpecs}. */
public final class HelpText {
  /** The smallest width of the column of command names, as cobra's. */
  private static final int MIN_WIDTH = 11;

  private HelpText() {}

  /** Returns the output of {@code davit help WORD...}. */
  public static String on(CommandNode root, List<String> words, String program, HelpStyle style) {
    CommandNode node = root;
    for (int i = 0; i < words.size(); i++) {
      Optional<CommandNode> child = node.child(words.get(i));
      if (child.isEmpty()) {
        throw CommandException.refused(
            "unknown help topic: " + String.join(" ", words.subList(i, words.size())));
      }
      node = child.get();
    }
    return of(node, program, style);
  }

  /** Returns the output of {@code davit COMMAND --help}. */
  static String of(CommandNode node, String program, HelpStyle style) {
    CommandSpecs.Model model = CommandSpecs.of(node, program);
    CommandSpec spec = model.spec();
    StringBuilder text = new StringBuilder("Usage:  ");
    text.append(spec.usageMessage().customSynopsis()[0]).append("\n\n").append(summary(spec));
    text.append('\n');
    List<String> paths = node.isGroup() ? List.of() : node.allPaths(program);
    if (paths.size() > 1) {
      text.append('\n').append(style.heading("Aliases:")).append("\n  ");
      text.append(String.join(", ", paths)).append('\n');
    }
    if (node.isGroup()) {
      text.append('\n').append(style.heading("Commands:")).append('\n').append(children(spec));
    }
    text.append(OptionLayout.of(model.groups(), style));
    if (node.isGroup()) {
      text.append("\nRun '").append(node.path(program));
      text.append(" COMMAND --help' for more information on a command.\n");
    }
    return text.toString();
  }

  private static String summary(CommandSpec spec) {
    return spec.usageMessage().description()[0];
  }

  private static String children(CommandSpec spec) {
    List<CommandSpec> listed = new ArrayList<>();
    int width = MIN_WIDTH;
    for (CommandLine child : new LinkedHashSet<>(spec.subcommands().values())) {
      CommandSpec below = child.getCommandSpec();
      if (!below.usageMessage().hidden()) {
        listed.add(below);
        width = Math.max(width, below.name().length());
      }
    }
    listed.sort((a, b) -> a.name().compareTo(b.name()));
    StringBuilder rows = new StringBuilder();
    for (CommandSpec each : listed) {
      rows.append("  ").append(each.name()).repeat(' ', width + 1 - each.name().length());
      rows.append(summary(each)).append('\n');
    }
    return rows.toString();
  }
}
