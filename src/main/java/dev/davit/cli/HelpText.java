package dev.davit.cli;

import dev.davit.cli.CommandList.Entry;
import dev.davit.cli.CommandList.Group;
import dev.davit.cli.flags.FlagGroup;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The help texts, laid out as docker's. */
final class HelpText {
  private HelpText() {}

  /** {@code davit help WORD...}. */
  static String on(List<String> words, String name, HelpStyle style) {
    Group group = words.isEmpty() ? Group.PROGRAM : Group.named(words.getFirst()).orElse(null);
    int known = group == null || words.isEmpty() ? 0 : 1;
    Group within = group == null ? Group.PROGRAM : group;
    if (words.size() == known) {
      return of(within, name, style);
    }
    String topic = words.get(known);
    Optional<Entry> entry = CommandList.find(topic, within);
    boolean own = known == 0 && topic.equals("help");
    List<String> rest = words.subList(entry.isPresent() || own ? known + 1 : known, words.size());
    if (!rest.isEmpty()) {
      throw CommandException.refused("unknown help topic: " + String.join(" ", rest));
    }
    String path = within.path(name) + ' ' + topic;
    return entry
        .map(
            each ->
                ofCommand(
                    name, within.path(name) + ' ' + each.name(), each, each.command().get(), style))
        .orElse("Usage:  " + path + " [command]\n\nShows what a command does\n");
  }

  /** What there is below the program or one of its groups. */
  static String of(Group group, String name, HelpStyle style) {
    return group == Group.PROGRAM ? ofProgram(name, style) : ofGroup(name, group, style);
  }

  /** {@code davit --help}. */
  private static String ofProgram(String name, HelpStyle style) {
    return "Usage:  "
        + name
        + " [OPTIONS] COMMAND\n\n"
        + Group.PROGRAM.summary
        + "\n\n"
        + style.heading("Commands:")
        + '\n'
        + table(
            Stream.concat(
                rows(Group.PROGRAM),
                Group.named().stream().map(group -> row(group.title, group.summary))))
        + PicocliModel.optionLists(List.of(new FlagGroup("Global Options", GlobalFlags.ALL)), style)
        + "\nRun '"
        + name
        + " COMMAND --help' for more information on a command.\n";
  }

  /** {@code davit container --help}. */
  private static String ofGroup(String name, Group group, HelpStyle style) {
    String path = group.path(name);
    return "Usage:  "
        + path
        + " COMMAND\n\n"
        + group.summary
        + "\n\n"
        + style.heading("Commands:")
        + '\n'
        + table(rows(group))
        + "\nRun '"
        + path
        + " COMMAND --help' for more information on a command.\n";
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
      return allNames(name, CommandList.find("ls", Group.CONTAINER).orElseThrow());
    }
    String below = entry.groups().getFirst().path(name) + ' ';
    List<String> all = new ArrayList<>();
    all.add(below + entry.name());
    entry.aliases().forEach(alias -> all.add(below + alias));
    String top = CommandList.topLevelName(entry);
    boolean isAlsoTop =
        entry.isIn(Group.CONTAINER) && CommandList.find(top, Group.PROGRAM).isPresent();
    if (isAlsoTop && (entry.isIn(Group.PROGRAM) || !top.equals(entry.name()))) {
      all.add(name + ' ' + top);
    }
    return all.size() == 1 ? "" : String.join(", ", all);
  }

  private static Stream<String> rows(Group group) {
    return CommandList.ALL.stream()
        .filter(entry -> entry.isIn(group))
        .map(entry -> row(entry.name(), entry.summary()));
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
