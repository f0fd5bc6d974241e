package dev.davit.logs.line;

import java.util.Arrays;
import java.util.function.Consumer;

/**
 * The line of one stream whose end has not arrived. Memory is bounded: a line longer than {@link
 * #LIMIT} bytes is split into pieces, of which the first is the longest.
 */
final class PendingLine {
  static final int LIMIT = 1 << 20;
  private static final int NEXT = 64 * 1024;

  private final boolean stderr;
  private final Consumer<LogLine> lines;
  private byte[] bytes = new byte[256];
  private int length;
  private boolean open;
  private boolean begins = true;
  private long time;

  PendingLine(boolean stderr, Consumer<LogLine> lines) {
    this.stderr = stderr;
    this.lines = lines;
  }

  /** Whether a line has begun. */
  boolean isOpen() {
    return open;
  }

  /** The time of the line, or of the line before. */
  long time() {
    return time;
  }

  /** Begins a line. */
  void begin(long timeOfLine) {
    open = true;
    begins = true;
    time = timeOfLine;
  }

  /** Adds bytes to the line. */
  void add(byte[] from, int begin, int end) {
    for (int at = begin; at < end; ) {
      int limit = begins ? LIMIT : NEXT;
      int n = Math.min(end - at, limit - length);
      if (n == 0) {
        emit(false);
        continue;
      }
      if (bytes.length - length < n) {
        bytes = Arrays.copyOf(bytes, Math.clamp(bytes.length * 2L, length + n, limit));
      }
      System.arraycopy(from, at, bytes, length, n);
      length += n;
      at += n;
    }
  }

  /** Ends the line with bytes that need not be copied twice. */
  void end(byte[] from, int begin, int end) {
    if (length == 0 && end - begin <= NEXT) {
      lines.accept(
          new LogLine(Arrays.copyOfRange(from, begin, end), time, stderr, begins, true, false));
      open = false;
    } else {
      add(from, begin, end);
      end();
    }
  }

  /** Ends the line; has no effect without an open line. */
  void end() {
    if (open) {
      emit(true);
      open = false;
    }
  }

  private void emit(boolean ends) {
    lines.accept(new LogLine(Arrays.copyOf(bytes, length), time, stderr, begins, ends, false));
    length = 0;
    begins = false;
    bytes = bytes.length > NEXT ? new byte[256] : bytes;
  }
}
