package dev.davit.logs;

import dev.davit.logs.line.LogLine;
import dev.davit.logs.line.LogTime;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * How far the log of a container was read, so that a later reading goes on behind the last line:
 * for each stream the time of its last line and the number of its lines with this time. Within a
 * stream, the engine stores lines in the order of their times.
 */
final class LogPosition {
  /** The later reading begins earlier by this, as the times of two streams are not in order. */
  private static final long OVERLAP = TimeUnit.SECONDS.toNanos(1);

  private final Stream out = new Stream();
  private final Stream err = new Stream();
  private boolean read;
  private long begin = Long.MIN_VALUE;
  private boolean beginsAtFirst;

  /** The position in one stream. */
  private static final class Stream {
    private long last = Long.MIN_VALUE;
    private long count;
    private long seen;
    private boolean repeating;
    private boolean isNew = true;
  }

  /** The time of the last line, in Unix nanoseconds; the smallest number without one. */
  long last() {
    return Math.max(out.last, err.last);
  }

  /** Leaves out lines before a time, in Unix nanoseconds. */
  void beginAt(long time) {
    begin = Math.max(begin, time);
  }

  /** Leaves out lines before the first one that is read, which is not the first of the log. */
  void beginAtFirst() {
    beginsAtFirst = true;
  }

  /** Begins another reading of the same log. */
  void restart() {
    for (Stream stream : new Stream[] {out, err}) {
      stream.repeating = read;
      stream.seen = 0;
    }
  }

  /** The begin of another reading for the API, in Unix seconds; null if no line was read. */
  @Nullable String since() {
    long last = last();
    return last <= OVERLAP ? null : LogTime.seconds(Math.max(begin, last - OVERLAP));
  }

  /** Returns whether a line is new, and advances the position. */
  boolean isNew(LogLine line) {
    Stream stream = line.stderr() ? err : out;
    if (line.begins()) {
      stream.isNew = isNew(stream, line.time());
    }
    return stream.isNew;
  }

  private boolean isNew(Stream stream, long time) {
    if (stream.repeating && isRepeated(stream, time)) {
      return false;
    }
    stream.repeating = false;
    begin = beginsAtFirst && !read ? time : begin;
    read = true;
    stream.count = time == stream.last ? stream.count + 1 : 1;
    stream.last = time;
    return true;
  }

  private boolean isRepeated(Stream stream, long time) {
    if (stream.last == Long.MIN_VALUE) {
      return time < begin;
    }
    return time < stream.last || time == stream.last && stream.seen++ < stream.count;
  }
}
