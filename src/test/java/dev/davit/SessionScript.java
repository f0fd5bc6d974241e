package dev.davit;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.davit.Target.Result;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * A session of shell lines with what they print: {@code $} a line, {@code 1>} and {@code 2>} what
 * it printed, {@code ?} its exit code unless 0; {@code #} starts a comment. Ids, ages and addresses
 * are masked. {@code -Drecord=true} writes the file anew.
 */
final class SessionScript {
  private static final Pattern LONG_ID = Pattern.compile("\\b[0-9a-f]{64}\\b");

  private static final Pattern SHORT_ID = Pattern.compile("\\b[0-9a-f]{12}\\b");
  private static final Pattern AGE =
      Pattern.compile("(Less than a|About a|\\d+) (second|minute)s?( ago)?");
  private static final Pattern TIME = Pattern.compile("\\d{4}-\\d\\d-\\d\\dT[0-9:.]+Z");
  private static final Pattern BLANKS = Pattern.compile(" {3,}");

  private SessionScript() {}

  /** Plays a file; the engine's containers are removed before. */
  static void play(Path file, Reach engine, Path folder) throws IOException {
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
