package dev.davit.logs.line;

/** A line of a container's log, or a piece of a very long one. */
public final class LogLine {
  private final byte[] text;
  private final long time;
  private final boolean stderr;
  private final boolean begins;
  private final boolean ends;
  private final boolean afterGap;

  /**
   * Creates a line or a piece of one.
   *
   * @param text the bytes without the engine's timestamp and without the line's end
   * @param time Unix nanoseconds; 0 if the engine sent no time
   */
  public LogLine(
      byte[] text, long time, boolean stderr, boolean begins, boolean ends, boolean afterGap) {
    this.text = text;
    this.time = time;
    this.stderr = stderr;
    this.begins = begins;
    this.ends = ends;
    this.afterGap = afterGap;
  }

  /** Creates a whole line. */
  public static LogLine whole(byte[] text, long time, boolean stderr) {
    return new LogLine(text, time, stderr, true, true, false);
  }

  /** The bytes without the engine's timestamp and without the line's end. */
  public byte[] text() {
    return text;
  }

  /** Unix nanoseconds; 0 if the engine sent no time. */
  public long time() {
    return time;
  }

  /** Whether the line was written to standard error. */
  public boolean stderr() {
    return stderr;
  }

  /** Whether this is the begin of a line. */
  public boolean begins() {
    return begins;
  }

  /** Whether this is the end of a line. */
  public boolean ends() {
    return ends;
  }

  /** Whether lines before this one were left out, which context lines show. */
  public boolean afterGap() {
    return afterGap;
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
