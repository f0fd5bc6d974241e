package dev.davit;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;

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
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * Sessions of shell lines on a real engine, recorded from docker: {@code $} a line, {@code 1>} and
 * {@code 2>} what it printed, {@code ?} its exit code unless 0; {@code #} starts a comment. Ids,
 * ages and addresses are masked. In the folder {@code beyond} stands what docker has not, or gets
 * wrong; it is not played with docker.
 *
 * <p>{@code -Dtarget=docker -Drecord=true} writes the files anew, without docker those of {@code
 * beyond} too; {@code -Dfile=NAME} plays only those whose name has this in it.
 */
@Tag("engine")
@Tag("matrix")
final class SessionTest {
  private static final Path SESSIONS = Path.of("src/test/resources/sessions");

  /** What docker has not, which davit writes. */
  private static final Pattern LONG_ID = Pattern.compile("\\b[0-9a-f]{64}\\b");

  private static final Pattern SHORT_ID = Pattern.compile("\\b[0-9a-f]{12}\\b");
  private static final Pattern AGE =
      Pattern.compile("(Less than a|About a|\\d+) (second|minute)s?( ago)?");
  private static final Pattern TIME = Pattern.compile("\\d{4}-\\d\\d-\\d\\dT[0-9:.]+Z");
  private static final Pattern SCRATCH = Pattern.compile("(/podman|/self/fd/)\\d+");
  private static final Pattern KILOBYTES = Pattern.compile("\\b\\d+\\.\\d+kB");
  private static final Pattern BLANKS = Pattern.compile(" {3,}");

  @TempDir Path folder;

  @TestFactory
  Stream<DynamicTest> sessions() throws IOException {
    try (Stream<Path> files =
        Files.find(SESSIONS, Target.isDocker() ? 1 : 2, (file, is) -> is.isRegularFile())) {
      String only = System.getProperty("file", "");
      return files.sorted().filter(file -> file.toString().contains(only)).toList().stream()
          .map(
              file ->
                  DynamicTest.dynamicTest(SESSIONS.relativize(file).toString(), () -> play(file)));
    }
  }

  private void play(Path file) throws IOException {
    String engine = System.getenv("DAVIT_TEST_ENGINE");
    assertNotNull(engine, "DAVIT_TEST_ENGINE names no engine: run this by make test");
    Path cwd = Files.createDirectory(folder.resolve(file.getFileName() + ".d"));
    Target target = Target.linked();
    target.removeAllContainers(engine, cwd);
    Session session = Session.read(file);
    List<List<String>> outcomes = new ArrayList<>();
    for (Session.Line line : session.lines()) {
      List<String> outcome = new ArrayList<>();
      add(outcome, target.run(line.command(), engine, cwd), cwd);
      outcomes.add(outcome);
    }
    Optional<EngineDifferences> differences = EngineDifferences.ofThisEngine();
    if (differences.isPresent()) {
      onOtherEngine(SESSIONS.relativize(file).toString(), session, outcomes, differences.get());
    } else if (Boolean.getBoolean("record")) {
      Files.write(file, session.with(outcomes));
    } else {
      List<String> none = session.lines().stream().map(line -> "").toList();
      compare(session, session.outcomes(), outcomes, none);
    }
  }

  /** Its table says which lines have another outcome; what it says must be so. */
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

  /** The outcome that must be; docker's own is not asked for where davit does otherwise. */
  private static List<String> expected(Difference difference, List<String> outcome) {
    boolean fine =
        difference.outcomes().contains(outcome) || (difference.isOurs() && Target.isDocker());
    return fine ? outcome : difference.outcome();
  }

  /** One assertion each: a failure shows only what differs. */
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
    mask(result.out(), cwd).lines().forEach(line -> actual.add("1> " + line));
    mask(result.err(), cwd).lines().forEach(line -> actual.add("2> " + line));
    if (result.exitCode() != 0) {
      actual.add("? " + result.exitCode());
    }
  }

  private static String mask(String text, Path cwd) {
    String masked = text.replace(cwd.toString(), "<cwd>");
    masked = LONG_ID.matcher(masked).replaceAll("<id>");
    masked = SHORT_ID.matcher(masked).replaceAll("<short>");
    masked = AGE.matcher(masked).replaceAll("<age>");
    masked = TIME.matcher(masked).replaceAll("<time>");
    masked = SCRATCH.matcher(masked).replaceAll("$1<n>");
    masked = KILOBYTES.matcher(masked).replaceAll("<n>kB");
    return BLANKS.matcher(masked).replaceAll("   ");
  }
}
