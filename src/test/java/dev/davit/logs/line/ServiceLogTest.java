package dev.davit.logs.line;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Messages of a service's log, and the lines that they are combined to. */
final class ServiceLogTest {
  private final ByteArrayOutputStream log = new ByteArrayOutputStream();

  /** Adds a frame of a task. */
  private ServiceLogTest frame(int stream, int nanosecond, String task, String text) {
    return raw(stream, prefix(nanosecond, task) + text);
  }

  private static String prefix(int nanosecond, String task) {
    return "2026-11-30T20:41:02.05660181%dZ ".formatted(nanosecond)
        + "com.docker.swarm.node.id=n,com.docker.swarm.service.id=s,com.docker.swarm.task.id="
        + task
        + ' ';
  }

  private ServiceLogTest raw(int stream, String payload) {
    byte[] bytes = payload.getBytes(UTF_8);
    log.writeBytes(ByteBuffer.allocate(8).put((byte) stream).putInt(4, bytes.length).array());
    log.writeBytes(bytes);
    return this;
  }

  private ServiceLogReader reader() {
    return new ServiceLogReader(new ByteArrayInputStream(log.toByteArray()), true);
  }

  private static List<String> messages(ServiceLogReader reader) throws IOException {
    List<String> all = new ArrayList<>();
    for (ServiceMessage each = reader.next(); each != null; each = reader.next()) {
      ByteArrayOutputStream text = new ByteArrayOutputStream();
      each.writeTo(text);
      all.add((each.stderr() ? "2 " : "1 ") + each.task() + ' ' + text.toString(UTF_8));
    }
    return all;
  }

  /** Returns all lines; lines without a newline are last. */
  private static List<String> lines(ServiceLogReader reader) throws IOException {
    ServiceLines lines = new ServiceLines();
    List<String> all = new ArrayList<>();
    for (ServiceMessage each = reader.next(); each != null; each = reader.next()) {
      String task = each.task();
      lines.add(each).forEach(line -> all.add(task + shown(line)));
    }
    for (String task : lines.tasks().stream().sorted().toList()) {
      lines.end(task).forEach(line -> all.add(task + shown(line) + "$"));
    }
    return all;
  }

  private static String shown(LogLine line) {
    return (line.stderr() ? "!" : ":") + line.time() % 10 + ' ' + new String(line.text(), UTF_8);
  }

  @Test
  void messagesHaveATaskAndAStream() throws IOException {
    frame(1, 1, "a", "one\n").frame(2, 2, "b", "two words\n").frame(1, 3, "a", "\n");
    frame(1, 4, "a", "no newline").frame(1, 5, "a", "é=ü,com.docker.swarm.task.id=x \n");
    assertEquals(
        List.of(
            "1 a one\n",
            "2 b two words\n",
            "1 a \n",
            "1 a no newline",
            "1 a é=ü,com.docker.swarm.task.id=x \n"),
        messages(reader()));
  }

  /** Details of {@code --log-opt labels} can be before and behind those of the swarm. */
  @ParameterizedTest(name = "[{0}]")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      ignoreLeadingAndTrailingWhitespace = false,
      value = {
        "2026-11-30T20:41:02Z com.docker.swarm.task.id=a x|1 a x",
        "2026-11-30T20:41:02.5Z a=b,com.docker.swarm.task.id=a,z=%20 x y|1 a x y",
        "2026-11-30T20:41:02Z  x|1  x",
        "2026-11-30T20:41:02Z com.docker.swarm.task.id=a|1 a ",
        "2026-11-30T20:41:02Z a=b x|1  x",
        "\"\"|\"1  \"",
        "x|\"1  \"",
      })
  void detailsPrecedeTheText(String payload, String message) throws IOException {
    raw(1, payload);
    assertEquals(List.of(message), messages(reader()));
  }

  @Test
  void linesOfTasksAreNotMixed() throws IOException {
    frame(1, 1, "a", "a1 ").frame(1, 2, "b", "b1\n").frame(2, 3, "a", "a2\n");
    frame(1, 1, "a", "end\n").frame(1, 4, "b", "open").frame(2, 5, "a", "open");
    assertEquals(
        List.of("b:2 b1", "a!3 a2", "a:1 a1 end", "a!5 open$", "b:4 open$"), lines(reader()));
  }

  /** Docker stores a line in parts of 16 KiB of one time; the last one has a newline. */
  @Test
  void partsOfALongLineAreCombined() throws IOException {
    String part = "x".repeat(16 * 1024);
    frame(1, 1, "a", part).frame(1, 1, "b", part).frame(1, 2, "c", "c\n");
    frame(1, 1, "a", "end\n").frame(1, 1, "b", "fin\n");
    assertEquals(List.of("c:2 c", "a:1 " + part + "end", "b:1 " + part + "fin"), lines(reader()));
  }

  @Test
  void linesOfTerminalsAreMessages() throws IOException {
    String text = prefix(1, "a") + "one\r\n" + prefix(2, "b") + "two\r\n" + prefix(3, "a") + "\r\n";
    text += prefix(4, "b") + "end";
    ServiceLogReader reader =
        new ServiceLogReader(new ByteArrayInputStream(text.getBytes(UTF_8)), false);
    assertEquals(List.of("1 a one\r\n", "1 b two\r\n", "1 a \r\n", "1 b end"), messages(reader));
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void anEmptyLogHasNoMessage(boolean framed) throws IOException {
    assertNull(new ServiceLogReader(new ByteArrayInputStream(new byte[0]), framed).next());
  }

  @Test
  void anErrorOfTheEngineIsAFailure() throws IOException {
    frame(1, 1, "a", "one\n").raw(3, "Error grabbing logs: node n is not available");
    ServiceLogReader reader = reader();
    reader.next();
    assertEquals(
        "error from daemon in stream: Error grabbing logs: node n is not available",
        assertThrows(IOException.class, reader::next).getMessage());
  }

  /** A connection that ends within a frame. */
  @ParameterizedTest
  @ValueSource(ints = {1, 7, 8, 9, 100})
  void aTruncatedFrameIsAFailure(int length) {
    frame(1, 1, "a", "one\n");
    ServiceLogReader reader =
        new ServiceLogReader(new ByteArrayInputStream(log.toByteArray(), 0, length), true);
    assertEquals("unexpected EOF", assertThrows(IOException.class, reader::next).getMessage());
  }

  /** The reader allocates nothing for a length that no log driver has. */
  @ParameterizedTest
  @ValueSource(ints = {(1 << 20) + 1, Integer.MAX_VALUE, Integer.MIN_VALUE, -1})
  void anOversizedFrameIsAFailure(int length) {
    log.writeBytes(ByteBuffer.allocate(8).put((byte) 1).putInt(4, length).array());
    log.writeBytes(new byte[100]);
    assertEquals(
        "a log message of "
            + Integer.toUnsignedString(length)
            + " bytes exceeds the limit of 1048576",
        assertThrows(IOException.class, reader()::next).getMessage());
  }
}
