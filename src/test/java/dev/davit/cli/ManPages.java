package dev.davit.cli;

import static dev.davit.cli.Roff.bold;
import static dev.davit.cli.Roff.italic;
import static dev.davit.cli.Roff.plain;

import dev.davit.cli.flags.Flag;
import dev.davit.command.CommandTree;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/**
 * The man pages: summaries and options from the command tree, and a text for each page in {@code
 * src/main/man}, in the form that {@link Roff#text} describes. A command that has two names has its
 * page under the short one.
 */
final class ManPages {
  private static final Path TEXTS = Path.of("src/main/man");

  /** The date of all pages, so that a page changes only when its text does. */
  private static final String DATE = "2026-11-01";

  private final Map<String, String> pages = new TreeMap<>();

  private ManPages() {}

  /** Returns all pages by file name. */
  static Map<String, String> all() throws IOException {
    ManPages made = new ManPages();
    made.program();
    for (CommandNode node : CommandTree.ROOT.children()) {
      if (node.isGroup()) {
        made.group(node);
        for (CommandNode command : node.children()) {
          made.command(command);
        }
      } else if (node.isListed() && node.original() == node) {
        made.command(node);
      }
    }
    made.overview("davit-differences", "what davit does differently from docker");
    made.overview("davit-features", "commands and options that docker does not have");
    return made.pages;
  }

  private void program() throws IOException {
    Roff page = begin("davit", 1, lowerFirst(CommandTree.ROOT.summary()));
    page.section("SYNOPSIS").paragraph(bold("davit") + " [OPTIONS] COMMAND [ARG...]");
    CommandSpec spec = CommandSpecs.of(CommandTree.ROOT, "davit").spec();
    describe(page, "davit", () -> options(page, spec), () -> commands(page, CommandTree.ROOT));
    pages.put("davit.1", page.toString());
  }

  private void group(CommandNode group) throws IOException {
    Roff page = begin("davit-" + group.name(), 1, lowerFirst(group.summary()));
    page.section("SYNOPSIS").paragraph(bold(group.path("davit")) + " COMMAND");
    describe(page, group.name(), () -> commands(page, group));
    pages.put("davit-" + group.name() + ".1", page.toString());
  }

  /** Adds the page of a command under its shortest name. */
  private void command(CommandNode node) throws IOException {
    CommandNode shortest = node.original().shortcut().orElse(node.original());
    write(fileName(shortest), shortest);
    if (shortest != node) {
      pages.put("davit-" + fileName(node) + ".1", ".so man1/davit-" + fileName(shortest) + ".1\n");
    }
  }

  private static String fileName(CommandNode node) {
    return node.path("").strip().replace(' ', '-');
  }

  private void write(String name, CommandNode node) throws IOException {
    CommandSpec spec = CommandSpecs.of(node, "davit").spec();
    Roff page = begin("davit-" + name, 1, lowerFirst(node.summary()));
    String path = node.path("davit");
    String[] synopsis = spec.usageMessage().customSynopsis()[0].split("\n\t", -1);
    page.section("SYNOPSIS")
        .paragraph(bold(path) + ' ' + plain(synopsis[0].substring(path.length()).strip()));
    for (int i = 1; i < synopsis.length; i++) {
      page.lineBreak().paragraph(plain(synopsis[i]));
    }
    List<String> paths = node.allPaths("davit");
    if (paths.size() > 1) {
      page.section("ALIASES").paragraph(plain(String.join(", ", paths)));
    }
    describe(page, name, () -> options(page, spec));
    pages.put("davit-" + name + ".1", page.toString());
  }

  /** A page of section 7, which is about no single command. */
  private void overview(String name, String summary) throws IOException {
    Roff page = begin(name, 7, summary);
    describe(page, name);
    pages.put(name + ".7", page.toString());
  }

  private static Roff begin(String name, int section, String summary) {
    return new Roff()
        .comment("Made by make docs; the text is in src/main/man, the rest in the commands.")
        .title(name.toUpperCase(Locale.ROOT), section, DATE)
        .section("NAME")
        .paragraph(plain(name + " - " + summary));
  }

  /** Adds the first part of a page's text as DESCRIPTION, then the lists, then the other parts. */
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

  private static void options(Roff page, CommandSpec spec) {
    List<OptionSpec> shown =
        spec.options().stream()
            .filter(option -> !option.hidden())
            .sorted(Comparator.comparing(OptionSpec::longestName))
            .toList();
    if (!shown.isEmpty()) {
      page.section("OPTIONS");
    }
    for (OptionSpec option : shown) {
      String names = bold(option.longestName());
      if (option.names().length > 1) {
        names = bold(option.shortestName()) + ", " + names;
      }
      page.entry(names + value(CommandSpecs.flag(option)), String.join(" ", option.description()));
    }
  }

  /** Formats the type of a flag's value, in brackets if optional. */
  private static String value(Flag<?> flag) {
    if (flag.hasOptionalValue()) {
      return "[=" + italic(flag.label()) + ']';
    }
    return flag.isSwitch() ? "" : ' ' + italic(flag.label());
  }

  private static void commands(Roff page, CommandNode group) {
    page.section("COMMANDS");
    group.children().stream()
        .filter(CommandNode::isListed)
        .sorted(Comparator.comparing(CommandNode::name))
        .forEach(node -> page.entry(bold(node.name()), node.summary()));
  }

  private static String lowerFirst(String text) {
    return text.substring(0, 1).toLowerCase(Locale.ROOT) + text.substring(1);
  }
}
