package dev.davit.command.several;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;

/** Forwards whole lines, so that the lines of several engines do not mix. */
final class WholeLines extends OutputStream {
  /** Receives one or more lines, each with its line end. */
  interface Receiver {
    void take(byte[] lines) throws IOException;
  }

  /** The length from which a line is forwarded in several lines, as memory is limited. */
  private static final int LONGEST = 1024 * 1024;

  private final Receiver receiver;
  private final ByteArrayOutputStream begun = new ByteArrayOutputStream();

  WholeLines(Receiver receiver) {
    this.receiver = receiver;
  }

  @Override
  public void write(int b) throws IOException {
    write(new byte[] {(byte) b}, 0, 1);
  }

  @Override
  public synchronized void write(byte[] bytes, int from, int length) throws IOException {
    int end = from + length;
    while (end > from && bytes[end - 1] != '\n') {
      end--;
    }
    if (end > from) {
      begun.write(bytes, from, end - from);
      pass();
    }
    begun.write(bytes, end, from + length - end);
    if (begun.size() > LONGEST) {
      end();
    }
  }

  private void pass() throws IOException {
    byte[] lines = begun.toByteArray();
    begun.reset();
    receiver.take(lines);
  }

  /** Forwards the last line, with a line end if it has none. */
  synchronized void end() throws IOException {
    if (begun.size() > 0) {
      begun.write('\n');
      pass();
    }
  }
}
