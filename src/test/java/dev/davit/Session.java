package dev.davit;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** A file of {@code src/test/resources/sessions}: shell lines with their output. */
record Session(List<String> text, List<Line> lines) {
  private static final Pattern BLANKS = Pattern.compile(" {3,}");

  /** A shell line, which of the equal ones it is, and its outcome. */
  record Line(String command, int occurrence, List<String> outcome) {
    /** Returns the line's name in a table of {@link EngineDifferences}. */
    String key() {
      return occurrence == 1 ? command : command + " [" + occurrence + "]";
    }
  }

  static Session read(Path file) throws IOException {
    List<String> text = Files.readAllLines(file);
    List<Line> lines = new ArrayList<>();
    for (String line : text) {
      if (line.startsWith("$ ")) {
        String command = line.substring(2);
        long before = lines.stream().filter(each -> each.command.equals(command)).count();
        lines.add(new Line(command, (int) before + 1, new ArrayList<>()));
      } else if (!line.isEmpty() && !line.startsWith("#")) {
        lines.getLast().outcome.add(line);
      }
    }
    return new Session(text, lines);
  }

  /** The session for another engine, where what fills a table's cells may have another length. */
  Session folded() {
    return new Session(
        text,
        lines.stream()
            .map(line -> new Line(line.command, line.occurrence, folded(line.outcome)))
            .toList());
  }

  /** An outcome with no more than three blanks in a row. */
  static List<String> folded(List<String> outcome) {
    return outcome.stream().map(line -> BLANKS.matcher(line).replaceAll("   ")).toList();
  }

  List<List<String>> outcomes() {
    return lines.stream().map(Line::outcome).toList();
  }

  /** Returns the file with other outcomes. */
  List<String> with(List<List<String>> outcomes) {
    List<String> all = new ArrayList<>();
    int next = 0;
    for (String line : text) {
      if (line.startsWith("$ ")) {
        all.add(line);
        all.addAll(outcomes.get(next++));
      } else if (line.isEmpty() || line.startsWith("#")) {
        all.add(line);
      }
    }
    return all;
  }
}
