package dev.davit.logs.line;

/**
 * A line of a container's log, or a piece of a very long one.
 *
 * @param text the bytes without the engine's timestamp and without the line's end
 * @param time Unix nanoseconds; 0 if the engine sent no time
 * @param stderr whether the line was written to standard error
 * @param begins whether this is the begin of a line
 * @param ends whether this is the end of a line
 * @param afterGap whether lines before this one were left out, which context lines show
 */
public record LogLine(
    byte[] text, long time, boolean stderr, boolean begins, boolean ends, boolean afterGap) {

  /** Creates a whole line. */
  public static LogLine whole(byte[] text, long time, boolean stderr) {
    return new LogLine(text, time, stderr, true, true, false);
  }

  /** Whether this is a whole line. */
  public boolean isWhole() {
    return begins && ends;
  }

  /** Returns this begin of a line as a whole line, without the pieces that follow. */
  LogLine cut() {
    return ends ? this : new LogLine(text, time, stderr, begins, true, afterGap);
  }

  /** Returns this line marked as one that follows left out lines. */
  LogLine behindGap() {
    return new LogLine(text, time, stderr, begins, ends, true);
  }
}
