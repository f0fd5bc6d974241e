package dev.davit.cli;

import static dev.davit.cli.Roff.bold;
import static dev.davit.cli.Roff.italic;
import static dev.davit.cli.Roff.plain;

import dev.davit.cli.CommandList.Entry;
import dev.davit.cli.CommandList.Group;
import dev.davit.cli.flags.Flag;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * The man pages: what commands and flags say of themselves, and a text for each in {@code
 * src/main/man}. A command that has two names has its page below the short one.
 */
final class ManPages {
  private static final Path TEXTS = Path.of("src/main/man");

  /** Of all pages, so that they only change when what they say does. */
  private static final String DATE = "2026";

  private final Map<String, String> pages = new TreeMap<>();

  private ManPages() {}

  /** All pages by the name of their file. */
  static Map<String, String> all() throws IOException {
    ManPages made = new ManPages();
    made.program();
    for (Group group : Group.named()) {
      made.group(group);
    }
    for (Entry entry : CommandList.ALL) {
      made.command(entry);
    }
    return made.pages;
  }

  private void program() throws IOException {
    Roff page = begin("davit", "containers from the command line, as docker runs them");
    page.paragraph(bold("davit") + " [OPTIONS] COMMAND [ARG...]");
    describe(
        page, "davit", () -> options(page, GlobalFlags.ALL), () -> commands(page, Group.PROGRAM));
    page.section("SEE ALSO")
        .paragraph(seeAlso("davit-container") + ", " + seeAlso("davit-context"));
    pages.put("davit.1", page.toString());
  }

  private void group(Group group) throws IOException {
    Roff page = begin("davit-" + group.title, lowerFirst(group.summary));
    page.paragraph(bold(group.path("davit")) + " COMMAND");
    describe(page, group.title, () -> commands(page, group));
    page.section("SEE ALSO").paragraph(seeAlso("davit"));
    pages.put("davit-" + group.title + ".1", page.toString());
  }

  private void command(Entry entry) throws IOException {
    Group group = entry.groups().getFirst();
    String below = group.title + '-' + entry.name();
    String top = CommandList.topLevelName(entry);
    if (entry.isIn(Group.PROGRAM)) {
      write(top, entry, "davit " + top);
    }
    if (group == Group.CONTAINER && (entry.isIn(Group.PROGRAM) || !top.equals(entry.name()))) {
      pages.put("davit-" + below + ".1", ".so man1/davit-" + top + ".1\n");
    } else if (group != Group.PROGRAM) {
      write(below, entry, group.path("davit") + ' ' + entry.name());
    }
  }

  private void write(String name, Entry entry, String typed) throws IOException {
    Command command = entry.command().get();
    Roff page = begin("davit-" + name, lowerFirst(entry.summary()));
    page.paragraph(bold(typed) + ' ' + plain(command.usage().synopsis()));
    String alternative = command.usage().alternative();
    if (alternative != null) {
      page.lineBreak().paragraph(plain("davit " + alternative));
    }
    String others = HelpText.allNames("davit", entry);
    if (!others.isEmpty()) {
      page.section("NAMES").paragraph(plain(others));
    }
    describe(page, name, () -> options(page, command.flags()));
    page.section("SEE ALSO").paragraph(seeAlso("davit"));
    pages.put("davit-" + name + ".1", page.toString());
  }

  private static Roff begin(String name, String summary) {
    return new Roff()
        .comment("Made by make docs; the text is in src/main/man, the rest in the commands.")
        .title(name.toUpperCase(Locale.ROOT), DATE)
        .section("NAME")
        .paragraph(plain(name + " - " + summary))
        .section("SYNOPSIS");
  }

  /** What the text says first, then the lists, then the text's own sections. */
  private static void describe(Roff page, String text, Runnable... lists) throws IOException {
    Path file = TEXTS.resolve(text + ".txt");
    if (!Files.exists(file)) {
      throw new IOException("a man page needs a text: write " + file);
    }
    String[] parts = Files.readString(file).split("(?m)(?=^# )", 2);
    page.section("DESCRIPTION").text(parts[0]);
    Stream.of(lists).forEach(Runnable::run);
    if (parts.length > 1) {
      page.text(parts[1]);
    }
  }

  private static void options(Roff page, List<Flag<?>> flags) {
    List<Flag<?>> shown = flags.stream().filter(flag -> !flag.isHidden()).toList();
    if (!shown.isEmpty()) {
      page.section("OPTIONS");
    }
    for (Flag<?> flag : shown) {
      String names = bold("--" + flag.name());
      if (!flag.shortName().isEmpty()) {
        names = bold(flag.shortName()) + ", " + names;
      }
      page.entry(names + value(flag), flag.help());
    }
  }

  /** The kind of value, in brackets where it may be left out. */
  private static String value(Flag<?> flag) {
    if (flag.hasOptionalValue()) {
      return "[=" + italic(flag.label()) + ']';
    }
    return flag.isSwitch() ? "" : ' ' + italic(flag.label());
  }

  private static void commands(Roff page, Group group) {
    page.section("COMMANDS");
    CommandList.ALL.stream()
        .filter(entry -> entry.isIn(group))
        .sorted(Comparator.comparing(Entry::name))
        .forEach(entry -> page.entry(bold(entry.name()), entry.summary()));
  }

  private static String seeAlso(String page) {
    return bold(page) + "(1)";
  }

  private static String lowerFirst(String text) {
    return text.substring(0, 1).toLowerCase(Locale.ROOT) + text.substring(1);
  }
}
