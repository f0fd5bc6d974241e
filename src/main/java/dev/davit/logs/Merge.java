package dev.davit.logs;

import dev.davit.logs.line.LogLine;
import dev.davit.logs.line.LogSource;
import java.io.IOException;
import java.util.List;
import java.util.PriorityQueue;

/**
 * A k-way merge of logs by time. Memory is bounded by the number of logs: of each, one line is
 * held. Lines of one log keep their order; of equal times the log given first comes first.
 *
 * @param <K> identifies a log
 */
final class Merge<K> {
  private final PriorityQueue<Head<K>> heads = new PriorityQueue<>();

  /** Receives the lines in order. */
  interface Sink<K> {
    void accept(K log, LogLine line) throws IOException;
  }

  /** A log, and the source of its lines. */
  record Log<K>(K key, LogSource source) {}

  /** The next line of a log. */
  private record Head<K>(LogLine line, int place, Log<K> log) implements Comparable<Head<K>> {
    @Override
    public int compareTo(Head<K> other) {
      int byTime = Long.compare(line.time(), other.line.time());
      return byTime == 0 ? Integer.compare(place, other.place) : byTime;
    }
  }

  private Merge() {}

  /** Passes the lines of all logs to a sink, by time. */
  static <K> void run(List<Log<K>> logs, Sink<K> sink) throws IOException {
    new Merge<K>().merge(logs, sink);
  }

  private void merge(List<Log<K>> logs, Sink<K> sink) throws IOException {
    for (int i = 0; i < logs.size(); i++) {
      add(i, logs.get(i));
    }
    for (Head<K> head = heads.poll(); head != null; head = heads.poll()) {
      LogLine line = head.line;
      sink.accept(head.log.key, line);
      while (!line.ends()) { // a long line is not interrupted
        line = head.log.source.next();
        if (line == null) {
          break;
        }
        sink.accept(head.log.key, line);
      }
      add(head.place, head.log);
    }
  }

  private void add(int place, Log<K> log) throws IOException {
    LogLine line = log.source.next();
    if (line != null) {
      heads.add(new Head<>(line, place, log));
    }
  }
}
