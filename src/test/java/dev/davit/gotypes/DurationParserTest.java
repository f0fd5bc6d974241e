package dev.davit.gotypes;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

final class DurationParserTest {
  private static final Path TABLE = Path.of("src/test/resources/value/durations.tsv");

  @TestFactory
  Stream<DynamicTest> durations() throws IOException {
    return Files.readAllLines(TABLE).stream()
        .skip(1)
        .map(line -> line.split("\t", -1))
        .map(
            row ->
                DynamicTest.dynamicTest(
                    "'" + row[0] + "'", () -> assertEquals(row[1], outcome(row[0]))));
  }

  private static String outcome(String text) {
    try {
      return Long.toString(DurationParser.parse(text));
    } catch (IllegalArgumentException e) {
      return String.valueOf(e.getMessage());
    }
  }
}
