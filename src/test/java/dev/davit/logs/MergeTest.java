package dev.davit.logs;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.davit.logs.line.LogLine;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Tests the order of merged logs. */
final class MergeTest {
  @Test
  void fiftyLogsByTime() throws IOException {
    Random random = new Random(1);
    List<Merge.Log<String>> logs = new ArrayList<>();
    List<LogLine> all = new ArrayList<>();
    for (int log = 0; log < 50; log++) {
      Deque<LogLine> lines = new ArrayDeque<>();
      long time = 0;
      for (int i = 0; i < 200; i++) {
        time += random.nextInt(100);
        LogLine line = LogLine.whole((log + "/" + i).getBytes(UTF_8), time, false);
        lines.add(line);
        all.add(line);
      }
      logs.add(new Merge.Log<>("" + log, lines::poll));
    }
    all.sort(Comparator.comparingLong(LogLine::time)); // stable: equal times in the logs' order
    List<LogLine> merged = new ArrayList<>();
    Merge.run(logs, (log, line) -> merged.add(line));
    assertEquals(all, merged);
  }

  @Test
  void aLongLineIsNotInterrupted() throws IOException {
    Deque<LogLine> one =
        new ArrayDeque<>(
            List.of(
                piece(5, true, false),
                LogLine.whole(new byte[0], 6, true), // of the other stream
                piece(5, false, false),
                piece(5, false, true),
                piece(7, true, true)));
    Deque<LogLine> two = new ArrayDeque<>(List.of(piece(5, true, true), piece(6, true, true)));
    StringBuilder order = new StringBuilder();
    Merge.run(
        List.of(new Merge.Log<>("1", one::poll), new Merge.Log<>("2", two::poll)),
        (log, line) -> order.append(log));
    assertEquals("1111221", order.toString());
  }

  private static LogLine piece(long time, boolean begins, boolean ends) {
    return new LogLine(new byte[0], time, false, begins, ends, false);
  }
}
