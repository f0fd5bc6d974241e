package dev.davit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.davit.EngineDifferences.Difference;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** Checks that the tables of engines name existing lines, each with a reason. */
final class EngineDifferencesTest {
  private static final Path SESSIONS = Path.of("src/test/resources/sessions");

  @TempDir Path folder;

  @TestFactory
  Stream<DynamicTest> tables() throws IOException {
    try (Stream<Path> files = Files.list(EngineDifferences.FOLDER)) {
      return files.sorted().toList().stream()
          .map(file -> DynamicTest.dynamicTest("" + file.getFileName(), () -> check(file)));
    }
  }

  private static void check(Path file) throws IOException {
    EngineDifferences differences = EngineDifferences.read(file);
    for (String section : differences.sections()) {
      Map<String, List<String>> lines = new LinkedHashMap<>();
      if (section.endsWith(".txt")) {
        Session.read(SESSIONS.resolve(section))
            .folded()
            .lines()
            .forEach(line -> lines.put(line.key(), line.outcome()));
      }
      for (Map.Entry<String, Difference> each : differences.section(section).entrySet()) {
        String name = section + ": " + each.getKey();
        Difference difference = each.getValue();
        assertNotEquals(EngineDifferences.UNKNOWN, difference.reason(), name);
        if (section.endsWith(".txt")) {
          List<String> outcome = lines.get(each.getKey());
          assertNotNull(outcome, name);
          assertTrue(difference.isOurs() || !outcome.equals(difference.outcome()), name);
        } else {
          assertEquals("-", difference.mark(), name);
        }
      }
    }
  }

  @Test
  void areReadAndRecorded() throws IOException {
    Path session = folder.resolve("session.txt");
    Files.writeString(session, "# c\n$ a\n1> 1\n$ a\n1> 2\n$ b\n? 1\n");
    Path table = folder.resolve("engine.txt");
    String text = "# of it\n\n[s.txt]\n= why\n$ a\nany\n$ a [2]\n1> x\nor\n1> y\n$! b\n2> z\n";
    Files.writeString(table, text);
    EngineDifferences differences = EngineDifferences.read(table);
    Difference second = differences.get("s.txt", "a [2]");
    assertNotNull(second);
    assertEquals(List.of(List.of("1> x"), List.of("1> y")), second.outcomes());
    assertFalse(second.isOurs());
    Difference ours = differences.get("s.txt", "b");
    assertNotNull(ours);
    assertTrue(ours.isOurs());
    List<List<String>> outcomes = List.of(List.of("1> 7"), List.of("1> y"), List.of("2> new"));
    differences.record("s.txt", Session.read(session), outcomes);
    assertEquals(text.replace("z", "new"), Files.readString(table));
  }
}
