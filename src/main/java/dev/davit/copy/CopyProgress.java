package dev.davit.copy;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.davit.archive.RawName;
import dev.davit.format.Units;
import dev.davit.terminal.LiveLine;
import dev.davit.terminal.Streams;
import dev.davit.text.ControlBytes;
import java.io.FilterInputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import org.jspecify.annotations.Nullable;

/**
 * What standard error shows of a copy: on a terminal how far the copy is, how fast, and at which
 * file; at the end a summary, on a terminal or not.
 */
final class CopyProgress {
  private static final long INTERVAL_NANOS = 150_000_000;

  /** How much of what is told of the speed is that of the last interval. */
  private static final double NEWEST = 0.3;

  private final Streams streams;
  private final boolean quiet;
  private final boolean running;
  private final String heading;
  private long bytes;
  private long bytesTold;
  private long toldAt;
  private double perNano;
  private boolean told;
  private String name = "";
  private @Nullable LiveLine live;

  CopyProgress(Streams streams, boolean quiet, String heading) {
    this.streams = streams;
    this.quiet = quiet;
    this.running = !quiet && streams.errIsTerminal();
    this.heading = heading;
  }

  /** What is copied from now on, a {@link RawName}. */
  void at(String raw) {
    name = raw;
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

  private void add(long count) {
    if (bytes == 0) {
      toldAt = System.nanoTime(); // a copy that takes no time shows nothing
    }
    bytes += count;
    long now = running ? System.nanoTime() : toldAt;
    if (now - toldAt > INTERVAL_NANOS) {
      double newest = (double) (bytes - bytesTold) / (now - toldAt);
      perNano = told ? perNano * (1 - NEWEST) + newest * NEWEST : newest;
      bytesTold = bytes;
      toldAt = now;
      told = true;
      // a name must not steer the terminal
      show(ControlBytes.replaced(line()));
    }
  }

  private String line() {
    String speed = Units.decimal((long) (perNano * 1e9), 3);
    return heading + size() + ", " + speed + "/s: " + RawName.shown(name);
  }

  private void show(String line) {
    try {
      if (live == null) {
        live = LiveLine.onError(streams);
      }
      live.show(line);
    } catch (IOException e) {
      // the terminal has been closed
    }
  }

  private String size() {
    return Units.decimal(bytes, 3);
  }

  private void tell(String text) {
    try {
      streams.err().write(text.getBytes(UTF_8));
    } catch (IOException e) {
      // nobody to tell
    }
  }

  /** Leaves the line as it was before. */
  void clear() {
    if (live != null) {
      show("");
    }
  }

  void succeeded(String destination) {
    if (!quiet) {
      tell("Successfully copied " + size() + " to " + destination + '\n');
    }
  }
}
