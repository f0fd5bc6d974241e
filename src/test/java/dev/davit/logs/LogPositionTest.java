package dev.davit.logs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import dev.davit.logs.line.LogLine;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Tests that later readings go on exactly behind the last line. */
final class LogPositionTest {
  private static final long SECOND = 1_000_000_000L;
  private static final long BEGIN = 1_700_000_000 * SECOND;

  @Test
  void noLineIsLostOrRepeated() {
    Random random = new Random(1);
    for (int round = 0; round < 200; round++) {
      List<LogLine> log = log(random);
      LogPosition position = new LogPosition();
      List<LogLine> read = new ArrayList<>();
      for (int end = 0; end < log.size(); end = Math.min(log.size(), end + 1 + random.nextInt(9))) {
        read(log.subList(0, end), position, read);
      }
      read(log, position, read);
      assertEquals(log, read);
    }
  }

  /** Reads what the engine would send: all lines since the position. */
  private static void read(List<LogLine> log, LogPosition position, List<LogLine> read) {
    String since = position.since();
    long from = since == null ? 0 : Long.parseLong(since.replace(".", ""));
    position.restart();
    log.stream().filter(line -> line.time() >= from && position.isNew(line)).forEach(read::add);
  }

  /** Returns a log whose streams are each in order, with many equal times. */
  private static List<LogLine> log(Random random) {
    List<LogLine> log = new ArrayList<>();
    long time = BEGIN;
    long[] last = {BEGIN, BEGIN};
    for (int i = 0; i < 60; i++) {
      time += random.nextInt(3) * (random.nextInt(10) == 0 ? SECOND : 1);
      boolean stderr = random.nextInt(4) == 0;
      int stream = stderr ? 1 : 0;
      last[stream] = Math.max(last[stream], time - random.nextInt(3));
      log.add(LogLine.whole(new byte[] {(byte) i}, last[stream], stderr));
    }
    return log;
  }

  @Test
  void linesFromBeforeTheFirstOneAreNotNew() {
    LogPosition position = new LogPosition();
    assertNull(position.since());
    position.beginAtFirst();
    position.isNew(LogLine.whole(new byte[0], BEGIN + 5, false));
    position.restart();
    assertEquals("1700000000.000000005", position.since());
    assertEquals(false, position.isNew(LogLine.whole(new byte[0], BEGIN + 4, true)));
    assertEquals(false, position.isNew(LogLine.whole(new byte[0], BEGIN + 5, false)));
    assertEquals(true, position.isNew(LogLine.whole(new byte[0], BEGIN + 5, false)));
    assertEquals(true, position.isNew(LogLine.whole(new byte[0], BEGIN + 6, true)));
  }
}
