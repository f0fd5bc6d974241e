package dev.davit.logs.line;

import java.util.function.Consumer;

/**
 * Splits the frames of one stream into lines. The engine sends a frame for each message of the log
 * driver, with a timestamp; it stores a line longer than 16 KiB as several messages of one time,
 * all but the last without a newline.
 */
final class FrameLines {
  private final TimestampReader timestamps = new TimestampReader();
  private final PendingLine pending;

  FrameLines(boolean stderr, Consumer<LogLine> lines) {
    pending = new PendingLine(stderr, lines);
  }

  /**
   * Adds a part of a frame.
   *
   * @param begins whether this is the begin of the frame, with the whole timestamp
   */
  void add(byte[] bytes, int begin, int end, boolean begins) {
    int at = begins ? beginFrame(bytes, begin, end) : begin;
    while (at < end) {
      if (!pending.isOpen()) {
        at = beginFrame(bytes, at, end);
      }
      int newline = at;
      while (newline < end && bytes[newline] != '\n') {
        newline++;
      }
      if (newline < end) {
        pending.end(bytes, at, newline);
      } else {
        pending.add(bytes, at, end);
      }
      at = newline + 1;
    }
  }

  /**
   * Begins a line, unless the frame continues the open one; a frame of another time does not, as a
   * container that ends within a line leaves it without a newline.
   */
  private int beginFrame(byte[] bytes, int begin, int end) {
    int length = timestamps.read(bytes, begin, end);
    if (length > 0 && pending.isOpen() && timestamps.time() != pending.time()) {
      pending.end();
    }
    if (!pending.isOpen()) {
      pending.begin(length > 0 ? timestamps.time() : pending.time());
    }
    return begin + length;
  }

  /** Ends a line that has no newline. */
  void end() {
    pending.end();
  }
}
