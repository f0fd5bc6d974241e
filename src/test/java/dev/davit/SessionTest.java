package dev.davit;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import dev.davit.Target.Result;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
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
final class SessionTest {
  private static final Path SESSIONS = Path.of("src/test/resources/sessions");

  /** What docker has not, which davit writes. */
  private static final Pattern LONG_ID = Pattern.compile("\\b[0-9a-f]{64}\\b");

  private static final Pattern SHORT_ID = Pattern.compile("\\b[0-9a-f]{12}\\b");
  private static final Pattern AGE =
      Pattern.compile("(Less than a|About a|\\d+) (second|minute)s?( ago)?");
  private static final Pattern TIME = Pattern.compile("\\d{4}-\\d\\d-\\d\\dT[0-9:.]+Z");
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
    List<String> expected = Files.readAllLines(file);
    List<String> actual = new ArrayList<>();
    for (String line : expected) {
      if (line.startsWith("$ ")) {
        actual.add(line);
        add(actual, target.run(line.substring(2), engine, cwd), cwd);
      } else if (line.startsWith("#") || line.isEmpty()) {
        actual.add(line);
      }
    }
    if (Boolean.getBoolean("record")) {
      Files.write(file, actual);
      return;
    }
    List<String> wanted = blocks(expected);
    List<String> got = blocks(actual);
    assertAll(
        IntStream.range(0, wanted.size())
            .mapToObj(i -> () -> assertEquals(wanted.get(i), got.get(i))));
  }

  /** A command line with all that it printed, one block each: a failure shows only what differs. */
  private static List<String> blocks(List<String> lines) {
    return List.of(String.join("\n", lines).split("\n(?=\\$ )"));
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
    return BLANKS.matcher(masked).replaceAll("   ");
  }
}
