package dev.davit.readiness;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

final class LineOutputTest {
  private static List<String> lines(String... pieces) {
    List<String> lines = new ArrayList<>();
    try (LineOutput output = new LineOutput(lines::add)) {
      for (String piece : pieces) {
        byte[] bytes = piece.getBytes(UTF_8);
        output.write(bytes, 0, bytes.length);
      }
    }
    return lines;
  }

  @Test
  void linesEndAtLineFeeds() {
    assertEquals(List.of("one", "", "two"), lines("o", "ne\n\ntw", "o\r\n"));
  }

  @Test
  void theLastLineNeedsNoEnd() {
    assertEquals(List.of("one", "two"), lines("one\ntw", "o"));
    assertEquals(List.of(), lines(""));
  }

  @Test
  void aLongLineIsTruncated() {
    String line = "x".repeat(LineOutput.LONGEST);
    assertEquals(List.of(line, "y"), lines(line, line, "\ny"));
  }
}
