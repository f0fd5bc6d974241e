package dev.davit.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.davit.cli.flags.Flag;
import dev.davit.cli.flags.FlagGroup;
import dev.davit.command.CommandTree;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Checks that help, man pages, documents, comments and messages use Docker's terms. */
final class ProseTest {
  private static final int LONGEST_HELP = 100;

  private static final Path MAIN = Path.of("src/main/java/dev/davit");
  private static final Path TESTS = Path.of("src/test/java/dev/davit");

  private static final List<Path> MAN_TEXTS = List.of(Path.of("src/main/man"));

  private static final List<Path> DOCUMENTS =
      List.of(Path.of("README.md"), Path.of("CONTRIBUTING.md"), Path.of("CHANGELOG.md"));

  private static final List<Path> SOURCES = List.of(MAIN, TESTS);

  @Test
  void helpOfFlagsIsOneLineInDockersTerms() throws IOException {
    Phrases banned = Phrases.of("help");
    List<String> findings = new ArrayList<>();
    for (CommandNode node : nodes()) {
      for (Flag<?> flag : flags(node)) {
        String where = node + " " + flag;
        String help = flag.help();
        if (help.isBlank()) {
          findings.add(where + ": has no help");
        } else if (!Character.isUpperCase(help.charAt(0)) || help.matches(".*[^.]\\.")) {
          findings.add(where + ": is not a line with a capital and without a full stop: " + help);
        }
        if (help.length() > LONGEST_HELP) {
          findings.add(where + ": has " + help.length() + " characters: " + help);
        }
        findings.addAll(banned.in(where, help));
      }
    }
    assertNone(findings);
  }

  @Test
  void flagsOfOneCommandHaveDifferentHelp() {
    List<String> findings = new ArrayList<>();
    for (CommandNode node : nodes()) {
      Map<String, Flag<?>> byHelp = new HashMap<>();
      for (Flag<?> flag : flags(node)) {
        Flag<?> other = byHelp.put(flag.help(), flag.target());
        if (other != null && other != flag.target()) {
          findings.add(node + ": " + other + " and " + flag + " have the help: " + flag.help());
        }
      }
    }
    assertNone(findings);
  }

  @Test
  void summariesBeginWithAVerb() throws IOException {
    List<String> verbs = Phrases.lines("verbs.txt");
    Phrases banned = Phrases.of("help");
    List<String> findings = new ArrayList<>();
    for (CommandNode node : nodes()) {
      String summary = node.summary();
      if (!verbs.contains(summary.split(" ", 2)[0])) {
        findings.add(node + ": begins with no verb of verbs.txt: " + summary);
      }
      if (summary.length() > LONGEST_HELP) {
        findings.add(node + ": has " + summary.length() + " characters: " + summary);
      }
      findings.addAll(banned.in(node.toString(), summary));
    }
    assertNone(findings);
  }

  @Test
  void headingsAndLabelsAreInDockersTerms() throws IOException {
    Phrases banned = Phrases.of("help");
    List<String> findings = new ArrayList<>();
    for (CommandNode node : nodes()) {
      if (!node.isGroup()) {
        Command command = node.newCommand();
        findings.addAll(banned.in(node.toString(), command.usage().text("davit", "")));
        for (FlagGroup group : command.flagGroups()) {
          findings.addAll(banned.in(node.toString(), group.heading()));
        }
      }
    }
    assertNone(findings);
  }

  @Test
  void manTextsAreInDockersTerms() throws IOException {
    assertNone(findings("man", MAN_TEXTS, text -> text));
  }

  @Test
  void documentsAreInDockersTerms() throws IOException {
    assertNone(findings("readme", DOCUMENTS, ProseTest::withoutCode));
  }

  /** The banned phrases in the paragraphs of files, after an edit of their texts. */
  private static List<String> findings(String kind, List<Path> roots, UnaryOperator<String> edit)
      throws IOException {
    Phrases banned = Phrases.of(kind);
    List<String> findings = new ArrayList<>();
    for (Path file : files(roots)) {
      for (String paragraph : paragraphs(edit.apply(Files.readString(file)))) {
        findings.addAll(banned.in(file.toString(), paragraph));
      }
    }
    return findings;
  }

  @Test
  void commentsNameTheirSubjectInPlainTerms() throws IOException {
    Phrases banned = Phrases.of("javadoc");
    List<String> findings = new ArrayList<>();
    for (Path file : files(SOURCES)) {
      for (JavaSource.Part comment : JavaSource.of(Files.readString(file)).comments()) {
        String text = comment.text().replaceAll("\\{@\\w+ [^}]*\\}", "X");
        findings.addAll(banned.in(file + ":" + comment.line(), text));
      }
    }
    assertNone(findings);
  }

  @Test
  void messagesAreInPlainTerms() throws IOException {
    Phrases banned = Phrases.of("messages");
    List<String> findings = new ArrayList<>();
    for (Path file : files(List.of(MAIN))) {
      for (JavaSource.Part literal : JavaSource.of(Files.readString(file)).literals()) {
        if (literal.text().indexOf(' ') >= 0) {
          findings.addAll(banned.in(file + ":" + literal.line(), literal.text()));
        }
      }
    }
    assertNone(findings);
  }

  private static void assertNone(List<String> findings) {
    assertEquals("", String.join("\n", findings), findings.size() + " findings");
  }

  /** All nodes of the command tree but shortcuts, which have the texts of their originals. */
  private static List<CommandNode> nodes() {
    return below(CommandTree.ROOT).filter(node -> node.original() == node).toList();
  }

  private static Stream<CommandNode> below(CommandNode node) {
    return Stream.concat(Stream.of(node), node.children().stream().flatMap(ProseTest::below));
  }

  private static List<Flag<?>> flags(CommandNode node) {
    return CommandSpecs.flags(node, node.isGroup() ? null : node.newCommand());
  }

  /** All regular files in directories. */
  private static List<Path> files(List<Path> roots) throws IOException {
    List<Path> files = new ArrayList<>();
    for (Path root : roots) {
      try (Stream<Path> found = Files.walk(root)) {
        found.filter(Files::isRegularFile).sorted().forEach(files::add);
      }
    }
    return files;
  }

  /** Paragraphs, headings, list items and table rows, each on one line, without indented code. */
  private static List<String> paragraphs(String text) {
    return Stream.of(text.split("\\n\\s*\\n|\\n(?=[#|*-])|\\n(?=    )"))
        .filter(paragraph -> !paragraph.startsWith("    "))
        .map(paragraph -> paragraph.replaceAll("^[#*|\\s-]+", "").replaceAll("\\s+", " ").strip())
        .filter(paragraph -> !paragraph.isEmpty())
        .toList();
  }

  private static String withoutCode(String markdown) {
    return markdown.replaceAll("(?s)```.*?```", "").replaceAll("`[^`]*`", "X");
  }
}
