package dev.davit.logs.line;

import java.util.function.Consumer;

/**
 * Splits the frames of one stream into lines. The engine sends a frame for each message of the log
 * driver, with a timestamp. Docker stores a line longer than 16 KiB as several messages of one
 * time, Podman as messages of 8 KiB, all but the last without a newline.
 */
final class FrameLines {
  /** The length of the messages in which Podman stores a long line, half of Docker's. */
  private static final int MESSAGE = 8 * 1024;

  private final TimestampReader timestamps = new TimestampReader();
  private final boolean stamped;
  private final PendingLine pending;

  /** The length of the last message so far. */
  private long length;

  FrameLines(boolean stderr, boolean stamped, Consumer<LogLine> lines) {
    this.stamped = stamped;
    pending = new PendingLine(stderr, lines);
  }

  /**
   * Adds a part of a frame.
   *
   * @param begins whether this is the begin of the frame, with the whole timestamp
   */
  void add(byte[] bytes, int begin, int end, boolean begins) {
    int at = begins ? beginFrame(bytes, begin, end) : begin;
    length = (begins ? 0 : length) + end - at;
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
   * Begins a line, unless the frame continues the open one. A frame of another time behind a short
   * one does not: a container that ends within a line leaves it without a newline.
   */
  private int beginFrame(byte[] bytes, int begin, int end) {
    int stamp = stamped ? timestamps.read(bytes, begin, end) : 0;
    boolean isFull = length > 0 && length % MESSAGE == 0;
    if (stamp > 0 && pending.isOpen() && timestamps.time() != pending.time() && !isFull) {
      pending.end();
    }
    if (!pending.isOpen()) {
      pending.begin(stamp > 0 ? timestamps.time() : pending.time());
    }
    return begin + stamp;
  }

  /** Ends a line that has no newline. */
  void end() {
    pending.end();
  }
}
