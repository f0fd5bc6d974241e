package dev.davit.logs.line;

import java.io.IOException;
import java.io.OutputStream;

/** A message in the log of a service: a line of a task, or a part of a long one. */
public final class ServiceMessage {
  final byte[] bytes;
  final int begin;
  private final String task;
  private final boolean stderr;
  private final int text;
  private final long time;

  /**
   * Creates a message.
   *
   * @param bytes the time and, directly after it, the text
   * @param begin the index of the time
   * @param text the index of the text
   * @param time Unix nanoseconds
   */
  ServiceMessage(String task, boolean stderr, byte[] bytes, int begin, int text, long time) {
    this.task = task;
    this.stderr = stderr;
    this.bytes = bytes;
    this.begin = begin;
    this.text = text;
    this.time = time;
  }

  /** The ID of the task. */
  public String task() {
    return task;
  }

  /** The time of the message in Unix nanoseconds; it never decreases in a stream of a task. */
  public long time() {
    return time;
  }

  /** Whether the task has written it to standard error. */
  public boolean stderr() {
    return stderr;
  }

  /** Writes the text as the task has written it. */
  public void writeTo(OutputStream out) throws IOException {
    out.write(bytes, text, bytes.length - text);
  }
}
