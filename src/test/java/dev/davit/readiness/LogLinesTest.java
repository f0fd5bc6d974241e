package dev.davit.readiness;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Tests which lines of a stream conditions see. */
final class LogLinesTest {
  private static List<String> lines(String stream) throws IOException {
    List<String> lines = new ArrayList<>();
    LogLines.read(new ByteArrayInputStream(stream.getBytes(UTF_8)), false, lines::add);
    return lines;
  }

  @Test
  void linesHaveNoEnds() throws IOException {
    assertEquals(List.of("one", "", "two", "three"), lines("one\n\ntwo\r\nthree"));
    assertEquals(List.of(), lines(""));
  }

  @Test
  void aLongLineIsTruncated() throws IOException {
    String line = "x".repeat(64 * 1024);
    assertEquals(List.of(line, "y"), lines(line.repeat(20) + "\ny"));
  }
}
