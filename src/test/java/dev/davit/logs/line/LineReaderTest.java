package dev.davit.logs.line;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** Tests how logs are split into lines. */
final class LineReaderTest {
  private static final String T1 = "2026-01-01T00:00:00.000000001Z ";
  private static final String T2 = "2026-01-01T00:00:00.000000002Z ";
  private static final int MESSAGE = 16 * 1024;

  @Test
  void framesAreLines() throws IOException {
    byte[] log = frames(1, T1 + "one\n", 2, T1 + "two\n", 1, T2 + "\n", 1, T2 + "last");
    assertEquals("1:one 1e:two 2: 2:last", lines(log, true));
  }

  @Test
  void messagesOfOneTimeAreOneLine() throws IOException {
    String part = "x".repeat(MESSAGE);
    byte[] log = frames(1, T1 + part, 2, T2 + "between\n", 1, T1 + part, 1, T1 + "end\n");
    assertEquals("2e:between 1:32771", lines(log, true));
  }

  @Test
  void aMessageOf8KibIsContinuedByAnotherTime() throws IOException {
    String part = "x".repeat(8 * 1024);
    byte[] log = frames(1, T1 + part, 1, T2 + part, 1, T2 + "end\n", 1, T2 + "next\n");
    assertEquals("1:16387 2:next", lines(log, true));
  }

  @Test
  void anotherTimeEndsALineWithoutNewline() throws IOException {
    assertEquals("1:end 2:begin", lines(frames(1, T1 + "end", 1, T2 + "begin\n"), true));
  }

  @Test
  void framesCanArriveInAnyPieces() throws IOException {
    byte[] log = frames(1, T1 + "one\n", 2, T2 + "two\n", 1, T2 + "three\n");
    InputStream slow =
        new InputStream() {
          private int at;

          @Override
          public int read() {
            return at < log.length ? log[at++] & 0xff : -1;
          }

          @Override
          public int read(byte[] bytes, int offset, int length) {
            if (at == log.length) {
              return -1;
            }
            bytes[offset] = log[at++];
            return 1;
          }
        };
    assertEquals("1:one 2e:two 2:three", lines(new LineReader(slow, true)));
  }

  @Test
  void timesHaveManyForms() throws IOException {
    byte[] log =
        frames(
            1, "2026-01-01T01:00:00+01:00 offset\n",
            1, "2026-01-01T00:00:00.5Z half\n",
            1, "2026-13-01T00:00:00Z no time\n",
            1, "no time either\n");
    LineReader reader = new LineReader(new ByteArrayInputStream(log), true);
    long second = 1_767_225_600_000_000_000L;
    assertLine("offset", second, next(reader));
    assertLine("half", second + 500_000_000, next(reader));
    assertLine("2026-13-01T00:00:00Z no time", second + 500_000_000, next(reader));
    assertLine("no time either", second + 500_000_000, next(reader));
  }

  private static void assertLine(String text, long time, LogLine line) {
    assertEquals(text + " at " + time, new String(line.text(), UTF_8) + " at " + line.time());
  }

  @Test
  void aTtyHasNoFrames() throws IOException {
    String part = "x".repeat(MESSAGE);
    String log = T1 + "one\r\n" + T2 + part + T2 + part + T2 + "y\r\n" + T2 + "\r\n" + T2 + "end";
    assertEquals("1:one 2:32769 2: 2:end", lines(log.getBytes(UTF_8), false));
  }

  @Test
  void aLongLineComesInPieces() throws IOException {
    int length = 5 * PendingLine.LIMIT + 7;
    for (boolean framed : new boolean[] {true, false}) {
      byte[] line = (T1 + "x".repeat(length) + "\n").getBytes(UTF_8);
      LineReader reader =
          new LineReader(
              new ByteArrayInputStream(framed ? frames(1, new String(line, UTF_8)) : line), framed);
      int sum = 0;
      int pieces = 0;
      boolean ends = false;
      for (LogLine each = reader.next(); each != null; each = reader.next()) {
        assertEquals(pieces == 0, each.begins());
        assertTrue(each.text().length < PendingLine.LIMIT + 4096);
        sum += each.text().length;
        pieces++;
        ends = each.ends();
      }
      assertEquals(length, sum);
      assertEquals(1 + 4 * 16 + (framed ? 1 : 0), pieces);
      assertTrue(ends);
    }
  }

  @Test
  void linesBeforeAFailureAreRead() throws IOException {
    byte[] whole = frames(1, T1 + "one\n", 1, T2 + "two\n");
    byte[] cut = Arrays.copyOf(whole, whole.length - 2);
    LineReader reader = new LineReader(new ByteArrayInputStream(cut), true);
    assertEquals("one", new String(next(reader).text(), UTF_8));
    assertEquals("tw", new String(next(reader).text(), UTF_8));
    assertEquals("unexpected EOF", assertThrows(IOException.class, reader::next).getMessage());
    assertFails("unexpected EOF", Arrays.copyOf(whole, 3));
    assertFails("Unrecognized input header: 7", frames(7, "what"));
    assertFails("error from daemon in stream: it broke", frames(3, "it broke"));
  }

  private static void assertFails(String message, byte[] log) {
    LineReader reader = new LineReader(new ByteArrayInputStream(log), true);
    assertEquals(message, assertThrows(IOException.class, reader::next).getMessage());
  }

  @Test
  void aFrameOfGigabytesNeedsLittleMemory() throws IOException {
    long length = 2_000_000_000L;
    byte[] begin = T1.getBytes(UTF_8);
    InputStream filler =
        new InputStream() {
          private long left = length - begin.length;

          @Override
          public int read() {
            throw new UnsupportedOperationException();
          }

          @Override
          public int read(byte[] bytes, int offset, int wanted) {
            int n = (int) Math.min(left, wanted);
            left -= n;
            return n == 0 ? -1 : n;
          }
        };
    ByteArrayOutputStream head = new ByteArrayOutputStream();
    head.write(new byte[] {1, 0, 0, 0});
    for (int shift = 24; shift >= 0; shift -= 8) {
      head.write((int) (length >> shift));
    }
    head.write(begin);
    InputStream all = new SequenceInputStream(new ByteArrayInputStream(head.toByteArray()), filler);
    LineReader reader = new LineReader(all, true);
    long sum = 0;
    for (LogLine each = reader.next(); each != null; each = reader.next()) {
      sum += each.text().length;
    }
    assertEquals(length - begin.length, sum);
  }

  /** A time that a program has written is text, and frames end anywhere. */
  @Test
  void aStreamWithoutTimestamps() throws IOException {
    byte[] stream = frames(1, T1 + "o", 1, "ne\n" + T2 + "two\n\nth", 2, "err\n", 1, "ree");
    assertEquals(
        "0:" + T1 + "one 0:" + T2 + "two 0: 0e:err 0:three",
        lines(LineReader.unstamped(new ByteArrayInputStream(stream), true)));
    byte[] tty = (T1 + "one\r\ntwo").getBytes(UTF_8);
    assertEquals(
        "0:" + T1 + "one 0:two", lines(LineReader.unstamped(new ByteArrayInputStream(tty), false)));
  }

  /** Describes lines by time, stream and text, or its length. */
  private static String lines(byte[] log, boolean framed) throws IOException {
    return lines(new LineReader(new ByteArrayInputStream(log), framed));
  }

  private static String lines(LineReader reader) throws IOException {
    List<String> lines = new ArrayList<>();
    for (LogLine each = reader.next(); each != null; each = reader.next()) {
      String text = new String(each.text(), UTF_8);
      lines.add(
          each.time() % 10
              + (each.stderr() ? "e:" : ":")
              + (text.length() > 1000 ? text.length() + "" : text));
    }
    return String.join(" ", lines);
  }

  static byte[] frames(Object... streamsAndTexts) {
    ByteArrayOutputStream frames = new ByteArrayOutputStream();
    for (int i = 0; i < streamsAndTexts.length; i += 2) {
      byte[] text = ((String) streamsAndTexts[i + 1]).getBytes(UTF_8);
      frames.write((int) streamsAndTexts[i]);
      frames.writeBytes(new byte[3]);
      for (int shift = 24; shift >= 0; shift -= 8) {
        frames.write(text.length >> shift);
      }
      frames.writeBytes(text);
    }
    return frames.toByteArray();
  }

  private static LogLine next(LineReader reader) throws IOException {
    return Objects.requireNonNull(reader.next());
  }
}
