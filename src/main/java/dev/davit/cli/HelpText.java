package dev.davit.cli;

import dev.davit.plugin.Plugin;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;

/** Formats the help of a command in docker's layout, from the model of {@link CommandSpecs}. */
public final class HelpText {
  /** The smallest width of the column of command names, as cobra's. */
  private static final int MIN_WIDTH = 11;

  private HelpText() {}

  /** Returns the output of {@code davit help WORD...}. */
  public static String on(
      CommandNode root, List<String> words, List<Plugin> plugins, String program, HelpStyle style) {
    CommandNode node = root;
    for (int i = 0; i < words.size(); i++) {
      Optional<CommandNode> child = node.child(words.get(i));
      if (child.isEmpty()) {
        throw CommandException.refused(
            "unknown help topic: " + String.join(" ", words.subList(i, words.size())));
      }
      node = child.get();
    }
    return of(node, plugins, program, style);
  }

  /** Returns the output of {@code davit COMMAND --help}; plugins are listed at the root only. */
  static String of(CommandNode node, List<Plugin> plugins, String program, HelpStyle style) {
    CommandSpecs.Model model = CommandSpecs.of(node, program);
    CommandSpec spec = model.spec();
    List<Plugin> shown = node.isRoot() ? plugins : List.of();
    StringBuilder text = new StringBuilder("Usage:  ");
    text.append(spec.usageMessage().customSynopsis()[0]).append("\n\n").append(summary(spec));
    text.append('\n');
    List<String> paths = node.isGroup() ? List.of() : node.allPaths(program);
    if (paths.size() > 1) {
      text.append('\n').append(style.heading("Aliases:")).append("\n  ");
      text.append(String.join(", ", paths)).append('\n');
    }
    if (node.isGroup()) {
      text.append('\n')
          .append(style.heading("Commands:"))
          .append('\n')
          .append(children(spec, shown));
      if (shown.stream().anyMatch(plugin -> !plugin.isValid())) {
        text.append('\n').append(style.heading("Invalid Plugins:")).append('\n');
        text.append(rows(invalid(shown)));
      }
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

  /** The commands and the plugins, which are marked by {@code *} and replace commands. */
  private static String children(CommandSpec spec, List<Plugin> plugins) {
    Map<String, String> listed = new TreeMap<>();
    for (CommandLine child : new LinkedHashSet<>(spec.subcommands().values())) {
      CommandSpec below = child.getCommandSpec();
      if (!below.usageMessage().hidden()) {
        listed.put(below.name(), summary(below));
      }
    }
    for (Plugin plugin : plugins) {
      if (plugin.isValid()) {
        listed.remove(plugin.name());
        listed.put(plugin.name() + '*', plugin.summary());
      }
    }
    return rows(listed);
  }

  private static Map<String, String> invalid(List<Plugin> plugins) {
    Map<String, String> problems = new TreeMap<>();
    for (Plugin plugin : plugins) {
      if (!plugin.isValid()) {
        problems.put(plugin.name(), plugin.problem());
      }
    }
    return problems;
  }

  private static String rows(Map<String, String> texts) {
    int width = MIN_WIDTH;
    for (String name : texts.keySet()) {
      width = Math.max(width, name.length());
    }
    StringBuilder rows = new StringBuilder();
    for (Map.Entry<String, String> each : texts.entrySet()) {
      String row = "  " + each.getKey() + " ".repeat(width + 1 - each.getKey().length());
      rows.append((row + each.getValue()).stripTrailing()).append('\n');
    }
    return rows.toString();
  }
}
