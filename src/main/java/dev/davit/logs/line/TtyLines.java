package dev.davit.logs.line;

import java.util.Arrays;
import java.util.function.Consumer;

/**
 * Splits the log of a container with a TTY into lines. It has no frames, so the timestamps within a
 * line longer than 16 KiB, which repeat the line's own, are found by their place.
 */
final class TtyLines {
  /** The length of the messages in which the engine stores a long line. */
  private static final int MESSAGE = 16 * 1024;

  /** The number of messages in the first piece of a long line, and in the others. */
  private static final int FIRST = 64;

  private static final int NEXT = 4;

  private final TimestampReader timestamps = new TimestampReader();
  private final boolean stamped;
  private final Consumer<LogLine> lines;
  private byte[] bytes = new byte[512];
  private int length;
  private boolean begins = true;
  private long time;
  private byte[] stamp = new byte[0];

  TtyLines(boolean stamped, Consumer<LogLine> lines) {
    this.stamped = stamped;
    this.lines = lines;
  }

  /** Adds bytes of the log. */
  void add(byte[] from, int begin, int end) {
    for (int at = begin; at < end; at++) {
      if (from[at] == '\n') {
        emit(true);
      } else {
        if (length == bytes.length) {
          bytes = Arrays.copyOf(bytes, length * 2);
        }
        bytes[length++] = from[at];
        if (length >= TimestampReader.LONGEST && length == limit()) {
          emit(false);
        }
      }
    }
  }

  /** Ends a line that has no newline. */
  void end() {
    if (length > 0 || !begins) {
      emit(true);
    }
  }

  /** The length of a piece: whole messages, each with its timestamp. */
  private int limit() {
    if (begins && length == TimestampReader.LONGEST) {
      readStamp();
    }
    return (begins ? FIRST : NEXT) * (MESSAGE + stamp.length);
  }

  private void readStamp() {
    int found = stamped ? timestamps.read(bytes, 0, length) : 0;
    time = found > 0 ? timestamps.time() : time;
    stamp = Arrays.copyOf(bytes, found);
  }

  private void emit(boolean ends) {
    if (begins) {
      readStamp();
    }
    int kept = withoutStamps();
    if (ends && kept > 0 && bytes[kept - 1] == '\r') {
      kept--;
    }
    lines.accept(new LogLine(Arrays.copyOf(bytes, kept), time, false, begins, ends, false));
    begins = ends;
    length = 0;
  }

  /** Moves the messages together over their timestamps; returns the number of bytes left. */
  private int withoutStamps() {
    int kept = 0;
    for (int at = 0; at < length; ) {
      at += isStamp(at) ? stamp.length : 0;
      int n = Math.min(MESSAGE, length - at);
      System.arraycopy(bytes, at, bytes, kept, n);
      kept += n;
      at += n;
    }
    return kept;
  }

  private boolean isStamp(int at) {
    return at + stamp.length <= length
        && Arrays.equals(bytes, at, at + stamp.length, stamp, 0, stamp.length);
  }
}
