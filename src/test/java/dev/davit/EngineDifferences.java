package dev.davit;

import static java.nio.file.StandardOpenOption.APPEND;
import static java.nio.file.StandardOpenOption.CREATE;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The differences of other engines from the private engine: {@code src/test/resources/engines}.
 * Lines of a file:
 *
 * <pre>
 * # comment
 * [everyday.txt]    the session or test class of the following lines
 * = REASON          the reason of the following differences
 * $ LINE            a line of the session, with its outcome on this engine, the same as docker's
 * $! LINE           a line of the session whose outcome differs from docker's on purpose
 * or                the following outcome is possible as well: it depends on timing
 * any               the only line of an outcome that is random, and not compared
 * - NAME            a test that fails on this engine; 2> lines are part of the failure
 * </pre>
 *
 * <p>The second of equal lines of a session has the suffix {@code [2]}.
 */
final class EngineDifferences {
  static final Path FOLDER = Path.of("src/test/resources/engines");

  private static final Path MET = Path.of("target/engine-differences.txt");

  /** The reason of a difference that was just recorded. */
  static final String UNKNOWN = "?";

  private final Path file;
  private final List<String> comments = new ArrayList<>();
  private final Map<String, Map<String, Difference>> sections = new TreeMap<>();

  /** A different outcome of a line or test, with the reason. */
  record Difference(String reason, String mark, List<String> outcome) {
    boolean isOurs() {
      return mark.equals("$!");
    }

    /** Whether an outcome is possible. */
    boolean allows(List<String> other) {
      return outcome.equals(List.of("any")) || outcomes().contains(other);
    }

    /** Returns the possible outcomes, several if the outcome depends on timing. */
    List<List<String>> outcomes() {
      List<List<String>> all = new ArrayList<>(List.of(new ArrayList<>()));
      for (String line : outcome) {
        if (line.equals("or")) {
          all.add(new ArrayList<>());
        } else {
          all.getLast().add(line);
        }
      }
      return all;
    }
  }

  private EngineDifferences(Path file) {
    this.file = file;
  }

  /**
   * Returns the differences of the engine that {@code -Dengine} names; empty for the private
   * engine.
   */
  static Optional<EngineDifferences> ofThisEngine() throws IOException {
    String name = System.getProperty("engine", "");
    return name.isEmpty() ? Optional.empty() : Optional.of(read(FOLDER.resolve(name + ".txt")));
  }

  /** Records that a difference occurred, for the summary at the end. */
  static void occurred(Difference difference) throws IOException {
    Files.writeString(MET, difference.reason + '\n', CREATE, APPEND);
  }

  static EngineDifferences read(Path file) throws IOException {
    EngineDifferences differences = new EngineDifferences(file);
    if (Files.exists(file)) {
      differences.parse(Files.readAllLines(file));
    }
    return differences;
  }

  private void parse(List<String> lines) throws IOException {
    Map<String, Difference> section = Map.of();
    String reason = UNKNOWN;
    List<String> outcome = List.of();
    for (String line : lines) {
      String mark = line.split(" ", 2)[0];
      String rest = line.substring(Math.min(line.length(), mark.length() + 1));
      if (line.startsWith("[")) {
        section = section(line.substring(1, line.length() - 1));
        reason = UNKNOWN;
      } else {
        switch (mark) {
          case "" -> {}
          case "#" -> comments.add(line);
          case "=" -> reason = rest;
          case "$", "$!", "-" -> {
            outcome = new ArrayList<>();
            section.put(rest, new Difference(reason, mark, outcome));
          }
          case "1>", "2>", "?", "or", "any" -> outcome.add(line);
          default -> throw new IOException(file + ": " + line);
        }
      }
    }
  }

  /** Returns the differences of a session or test class, in order. */
  Map<String, Difference> section(String name) {
    return sections.computeIfAbsent(name, key -> new LinkedHashMap<>());
  }

  List<String> sections() {
    return List.copyOf(sections.keySet());
  }

  @Nullable Difference get(String section, String line) {
    return section(section).get(line);
  }

  /**
   * Records the lines with a different outcome: docker's, or davit's for lines marked as davit's
   * own. Reasons are kept.
   */
  void record(String name, Session session, List<List<String>> outcomes) throws IOException {
    Map<String, Difference> before = section(name);
    Map<String, Difference> after = new LinkedHashMap<>();
    for (int i = 0; i < outcomes.size(); i++) {
      Session.Line line = session.lines().get(i);
      Difference old = before.get(line.key());
      boolean beyond = name.startsWith("beyond/"); // sessions without docker
      boolean marked = !beyond && old != null && old.isOurs();
      boolean ours = beyond || marked;
      boolean known = old != null && old.allows(outcomes.get(i));
      if (old != null && (known || ours == Target.isDocker())) {
        after.put(line.key(), old);
      } else if (ours != Target.isDocker() && (marked || !line.outcome().equals(outcomes.get(i)))) {
        String reason = old == null ? UNKNOWN : old.reason();
        after.put(line.key(), new Difference(reason, ours ? "$!" : "$", outcomes.get(i)));
      }
    }
    sections.put(name, after);
    write();
  }

  private void write() throws IOException {
    List<String> lines = new ArrayList<>(comments);
    sections.forEach(
        (name, section) -> {
          if (!section.isEmpty()) {
            lines.add("");
            lines.add("[" + name + "]");
            add(lines, section);
          }
        });
    Files.createDirectories(FOLDER);
    Files.write(file, lines);
  }

  private static void add(List<String> lines, Map<String, Difference> section) {
    String reason = "";
    for (Map.Entry<String, Difference> each : section.entrySet()) {
      Difference difference = each.getValue();
      if (!difference.reason.equals(reason)) {
        reason = difference.reason;
        lines.add("= " + reason);
      }
      lines.add(difference.mark + " " + each.getKey());
      lines.addAll(difference.outcome);
    }
  }
}
