package dev.davit;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.davit.EngineDifferences.Difference;
import dev.davit.Target.Result;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * A session of shell lines with what they print: {@code $} a line, {@code 1>} and {@code 2>} what
 * it printed, {@code ?} its exit code unless 0; {@code #} starts a comment. Ids, ages and addresses
 * are masked; the padding of tables stays. {@code -Drecord=true} writes the file anew.
 */
final class SessionScript {
  static final Path FOLDER = Path.of("src/test/resources/sessions");

  private static final Pattern LONG_ID = Pattern.compile("\\b[0-9a-f]{64}\\b");
  private static final Pattern SHORT_ID =
      Pattern.compile(
          "\\b[0-9a-f]{12}\\b|(?<=^--> )[0-9a-f]{11}$"); // of Podman 4.3 while it builds
  private static final Pattern AGE =
      Pattern.compile("(Less than a|About a|\\d+) (second|minute)s?( ago)?");
  private static final Pattern TIME = Pattern.compile("\\d{4}-\\d\\d-\\d\\dT[0-9:.]+Z");
  private static final Pattern SCRATCH =
      Pattern.compile(
          "(/podman|/self/fd/|/api_load\\.tar|/container_images_oci|/tmp/oci|/docker-tar)\\d+"
              + "|(\\.dockerfile\\.|#\\(nop\\) \\w+ (?:file|multi):)[0-9a-f]{13,}");
  private static final Pattern KILOBYTES = Pattern.compile("\\b\\d+\\.\\d+kB");
  private static final Pattern FREE_PORT =
      Pattern.compile("(?<=127\\.0\\.0\\.1:|\"HostPort\":\")[3-6]\\d{4}(?=:|\")");
  private static final Pattern LIMIT_OF_HOST =
      Pattern.compile("(nofile=|nproc=|\"Hard\":|\"Soft\":)\\d{4,}(:\\d{4,})?");
  private static final Pattern SOCKET = Pattern.compile("http://%2F[^/]*");

  private SessionScript() {}

  /** Removes all containers of the engine and plays a file. */
  static void play(Path file, Reach engine, Path folder) throws IOException {
    Path cwd = Files.createDirectory(folder.resolve(file.getFileName() + ".d"));
    Target target = Target.linked();
    target.removeAllContainers(engine, cwd);
    Session session = Session.read(file);
    List<List<String>> outcomes = new ArrayList<>();
    for (Session.Line line : session.lines()) {
      List<String> outcome = new ArrayList<>();
      add(outcome, target.runFast(line.command(), engine, cwd), cwd);
      outcomes.add(outcome);
    }
    Optional<EngineDifferences> differences = EngineDifferences.ofThisEngine();
    if (differences.isPresent()) {
      List<List<String>> folded = outcomes.stream().map(Session::folded).toList();
      String name = FOLDER.relativize(file).toString();
      onOtherEngine(name, session.folded(), folded, differences.get());
    } else if (Boolean.getBoolean("record")) {
      Files.write(file, session.with(outcomes));
    } else {
      List<String> none = session.lines().stream().map(line -> "").toList();
      compare(session, session.outcomes(), outcomes, none);
    }
  }

  /**
   * Compares with the outcomes in the table of another engine; entries without a difference fail.
   */
  private static void onOtherEngine(
      String name, Session session, List<List<String>> outcomes, EngineDifferences differences)
      throws IOException {
    if (Boolean.getBoolean("record")) {
      differences.record(name, session, outcomes);
    }
    List<List<String>> expected = new ArrayList<>();
    List<String> reasons = new ArrayList<>();
    for (int i = 0; i < outcomes.size(); i++) {
      Session.Line line = session.lines().get(i);
      Difference difference = differences.get(name, line.key());
      expected.add(difference == null ? line.outcome() : expected(difference, outcomes.get(i)));
      if (difference != null && expected.getLast().equals(outcomes.get(i))) {
        EngineDifferences.occurred(difference);
      }
      reasons.add(difference == null ? "" : difference.reason());
    }
    compare(session, expected, outcomes, reasons);
  }

  /** Returns the expected outcome; docker's own does not count where davit differs on purpose. */
  private static List<String> expected(Difference difference, List<String> outcome) {
    boolean fine = difference.allows(outcome) || (difference.isOurs() && Target.isDocker());
    return fine ? outcome : difference.outcome();
  }

  /** Compares each line by itself, so that a failure shows only the differences. */
  private static void compare(
      Session session, List<List<String>> wanted, List<List<String>> got, List<String> reasons) {
    assertAll(
        IntStream.range(0, wanted.size())
            .mapToObj(
                i ->
                    () ->
                        assertEquals(
                            text(session, i, wanted),
                            text(session, i, got),
                            () -> reasons.get(i))));
  }

  private static String text(Session session, int i, List<List<String>> outcomes) {
    return "$ " + session.lines().get(i).command() + '\n' + String.join("\n", outcomes.get(i));
  }

  private static void add(List<String> actual, Result result, Path cwd) {
    add(actual, "1> ", result.out(), cwd);
    add(actual, "2> ", result.err(), cwd);
    if (result.exitCode() != 0) {
      actual.add("? " + result.exitCode());
    }
  }

  private static void add(List<String> actual, String mark, String text, Path cwd) {
    MaskedTable.of(text.lines().toList(), cell -> mask(cell, cwd))
        .forEach(line -> actual.add(mark + line));
  }

  private static String mask(String text, Path cwd) {
    String masked = text.replace(cwd.toString(), "<cwd>");
    masked = LONG_ID.matcher(masked).replaceAll("<id>");
    masked = SHORT_ID.matcher(masked).replaceAll("<short>");
    masked = AGE.matcher(masked).replaceAll("<age>");
    masked = TIME.matcher(masked).replaceAll("<time>");
    masked = SCRATCH.matcher(masked).replaceAll("$1$2<n>");
    masked = KILOBYTES.matcher(masked).replaceAll("<n>kB");
    masked = FREE_PORT.matcher(masked).replaceAll("<port>");
    masked = LIMIT_OF_HOST.matcher(masked).replaceAll("$1<n>");
    return SOCKET.matcher(masked).replaceAll("http://<socket>");
  }
}
