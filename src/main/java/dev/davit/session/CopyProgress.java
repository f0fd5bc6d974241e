package dev.davit.session;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.davit.format.Units;
import dev.davit.terminal.Streams;
import java.io.FilterInputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/** Tells on a terminal how many bytes of a copy have gone by; silent where there is none. */
final class CopyProgress {
  private static final long INTERVAL_NANOS = 150_000_000;
  private static final String CLEAR_LINE = "\r\u001b[2K";

  private final Streams streams;
  private final boolean shown;
  private final String heading;
  private long bytes;
  private long toldAt;
  private boolean told;

  CopyProgress(Streams streams, boolean quiet, String heading) {
    this.streams = streams;
    this.shown = !quiet && streams.errIsTerminal();
    this.heading = heading;
  }

  InputStream counting(InputStream in) {
    return new FilterInputStream(in) {
      @Override
      public int read(byte[] buffer, int offset, int length) throws IOException {
        int n = in.read(buffer, offset, length);
        add(Math.max(n, 0));
        return n;
      }

      @Override
      public long skip(long count) throws IOException {
        long n = in.skip(count);
        add(n);
        return n;
      }
    };
  }

  OutputStream counting(OutputStream out) {
    return new FilterOutputStream(out) {
      @Override
      public void write(byte[] buffer, int offset, int length) throws IOException {
        out.write(buffer, offset, length);
        add(length);
      }
    };
  }

  private void add(long count) throws IOException {
    if (bytes == 0) {
      toldAt = System.nanoTime(); // a copy that takes no time shows nothing
    }
    bytes += count;
    if (shown && System.nanoTime() - toldAt > INTERVAL_NANOS) {
      toldAt = System.nanoTime();
      told = true;
      tell(CLEAR_LINE + heading + size());
    }
  }

  private String size() {
    return Units.decimal(bytes, 3);
  }

  private void tell(String text) throws IOException {
    streams.err().write(text.getBytes(UTF_8));
  }

  /** Leaves the line as it was before. */
  void clear() throws IOException {
    if (told) {
      told = false;
      tell(CLEAR_LINE);
    }
  }

  void succeeded(String destination) throws IOException {
    clear();
    if (shown) {
      tell("Successfully copied " + size() + " to " + destination + '\n');
    }
  }
}
