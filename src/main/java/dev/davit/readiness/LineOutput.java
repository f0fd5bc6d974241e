package dev.davit.readiness;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.util.function.Consumer;

/**
 * Splits what is written into lines, without their line ends. The beginning of a line that is
 * longer than {@value #LONGEST} bytes stands for the line.
 */
final class LineOutput extends OutputStream {
  static final int LONGEST = 64 * 1024;

  private final Consumer<String> lines;
  private final ByteArrayOutputStream line = new ByteArrayOutputStream();
  private boolean begun;

  LineOutput(Consumer<String> lines) {
    this.lines = lines;
  }

  @Override
  public void write(int b) {
    begun = true;
    if (b == '\n') {
      end();
    } else if (line.size() < LONGEST) {
      line.write(b);
    }
  }

  @Override
  public void write(byte[] bytes, int offset, int length) {
    for (int i = offset; i < offset + length; i++) {
      write(bytes[i]);
    }
  }

  private void end() {
    String text = line.toString(UTF_8);
    line.reset();
    begun = false;
    lines.accept(text.endsWith("\r") ? text.substring(0, text.length() - 1) : text);
  }

  /** Ends the last line if it has no line end. */
  @Override
  public void close() {
    if (begun) {
      end();
    }
  }
}
