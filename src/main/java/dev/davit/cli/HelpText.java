package dev.davit.cli;

import dev.davit.cli.CommandList.Entry;
import dev.davit.cli.flags.FlagGroup;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The help texts, laid out as docker's. */
final class HelpText {
  private HelpText() {}

  /** {@code davit --help}. */
  static String ofProgram(String name, HelpStyle style) {
    return "Usage:  "
        + name
        + " [OPTIONS] COMMAND\n\nContainers, as docker runs them, and then some\n\n"
        + style.heading("Commands:")
        + '\n'
        + table(
            Stream.concat(
                entries(false).map(entry -> row(entry.name(), entry.summary())),
                Stream.of(row("container", "All that can be done with containers"))))
        + PicocliModel.optionLists(List.of(new FlagGroup("Global Options", GlobalFlags.ALL)), style)
        + "\nRun '"
        + name
        + " COMMAND --help' for more information on a command.\n";
  }

  /** {@code davit container --help}. */
  static String ofContainer(String name, HelpStyle style) {
    return "Usage:  "
        + name
        + " container COMMAND\n\nAll that can be done with containers\n\n"
        + style.heading("Commands:")
        + '\n'
        + table(entries(true).map(entry -> row(entry.name(), entry.summary())))
        + "\nRun '"
        + name
        + " container COMMAND --help' for more information on a command.\n";
  }

  /** {@code davit run --help}; {@code path} is the command as it was typed. */
  static String ofCommand(String name, String path, Entry entry, Command command, HelpStyle style) {
    StringBuilder text = new StringBuilder("Usage:  ").append(command.usage().text(name, path));
    text.append("\n\n").append(entry.summary()).append('\n');
    String names = allNames(name, entry);
    if (!names.isEmpty()) {
      text.append('\n').append(style.heading("Aliases:")).append("\n  ").append(names).append('\n');
    }
    return text.append(PicocliModel.optionLists(command.flagGroups(), style)).toString();
  }

  /** Every way to type a command that has more than one. */
  static String allNames(String name, Entry entry) {
    if (entry.name().equals("ps")) {
      return allNames(name, CommandList.find("ls", true).orElseThrow());
    }
    if (entry.place() != CommandList.Place.BOTH && entry.aliases().isEmpty()) {
      return "";
    }
    String below = name + " container ";
    return Stream.concat(
            Stream.concat(Stream.of(entry.name()), entry.aliases().stream()).map(below::concat),
            Stream.of(name + ' ' + CommandList.topLevelName(entry)))
        .collect(Collectors.joining(", "));
  }

  private static Stream<Entry> entries(boolean container) {
    return CommandList.ALL.stream().filter(entry -> entry.isAt(container));
  }

  private static String row(String name, String summary) {
    StringBuilder row = new StringBuilder("  ").append(name);
    row.repeat(' ', Math.max(12 - name.length(), 1));
    return row.append(summary).append('\n').toString();
  }

  private static String table(Stream<String> rows) {
    return rows.sorted().collect(Collectors.joining());
  }
}
