package dev.davit.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The phrases that texts of one kind must not hold: src/test/resources/prose/KIND.txt and terms.
 */
final class Phrases {
  private static final Path DIRECTORY = Path.of("src/test/resources/prose");
  private static final String SEPARATOR = "  # ";
  private static final int CONTEXT = 25;

  private record Phrase(Pattern pattern, String instead) {}

  private final List<Phrase> phrases = new ArrayList<>();

  private Phrases() {}

  static Phrases of(String kind) throws IOException {
    Phrases all = new Phrases();
    all.add("terms.txt");
    all.add(kind + ".txt");
    return all;
  }

  private void add(String file) throws IOException {
    for (String line : lines(file)) {
      int end = line.indexOf(SEPARATOR);
      if (end < 0) {
        throw new IllegalStateException(file + ": what to write instead is missing: " + line);
      }
      Pattern pattern = Pattern.compile(line.substring(0, end), Pattern.CASE_INSENSITIVE);
      phrases.add(new Phrase(pattern, line.substring(end + SEPARATOR.length())));
    }
  }

  /** The lines of a file, without comments. */
  static List<String> lines(String file) throws IOException {
    return Files.readAllLines(DIRECTORY.resolve(file)).stream()
        .filter(line -> !line.startsWith("#"))
        .toList();
  }

  /** The phrases in a text, each with the words around it and with what to write instead. */
  List<String> in(String where, String text) {
    List<String> found = new ArrayList<>();
    for (Phrase phrase : phrases) {
      Matcher matcher = phrase.pattern.matcher(text);
      while (matcher.find()) {
        int from = Math.max(matcher.start() - CONTEXT, 0);
        int to = Math.min(matcher.end() + CONTEXT, text.length());
        found.add(where + ": \"" + text.substring(from, to) + "\": write " + phrase.instead);
      }
    }
    return found;
  }
}
