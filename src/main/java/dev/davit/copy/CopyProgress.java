package dev.davit.copy;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.davit.archive.RawName;
import dev.davit.format.Units;
import dev.davit.terminal.LiveLine;
import dev.davit.terminal.Printer;
import dev.davit.terminal.Streams;
import dev.davit.text.ControlBytes;
import java.io.FilterInputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import org.jspecify.annotations.Nullable;

/**
 * The progress of a copy on standard error: on a terminal the size, the speed and the current file;
 * at the end a summary, on a terminal or not.
 */
final class CopyProgress {
  private static final long INTERVAL_NANOS = 150_000_000;

  /** The weight of the last interval in the printed speed. */
  private static final double NEWEST = 0.3;

  private final Streams streams;
  private final boolean quiet;
  private final boolean running;
  private final String heading;
  private long bytes;
  private long bytesShown;
  private long shownAt;
  private double perNano;
  private boolean shown;
  private String name = "";
  private @Nullable LiveLine live;

  CopyProgress(Streams streams, boolean quiet, String heading) {
    this.streams = streams;
    this.quiet = quiet;
    this.running = !quiet && streams.errIsTerminal();
    this.heading = heading;
  }

  /** Sets the current file, a {@link RawName}. */
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
      shownAt = System.nanoTime(); // the first interval starts with the first bytes
    }
    bytes += count;
    long now = running ? System.nanoTime() : shownAt;
    if (now - shownAt > INTERVAL_NANOS) {
      double newest = (double) (bytes - bytesShown) / (now - shownAt);
      perNano = shown ? perNano * (1 - NEWEST) + newest * NEWEST : newest;
      bytesShown = bytes;
      shownAt = now;
      shown = true;
      // control characters in names must not reach the terminal
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
        live = LiveLine.on(Printer.ofError(streams));
      }
      live.show(line);
    } catch (IOException e) {
      // the terminal has been closed
    }
  }

  private String size() {
    return Units.decimal(bytes, 3);
  }

  private void print(String text) {
    try {
      streams.err().write(text.getBytes(UTF_8));
    } catch (IOException e) {
      // standard error is closed
    }
  }

  /** Clears the line. */
  void clear() {
    if (live != null) {
      show("");
    }
  }

  void succeeded(String destination) {
    if (!quiet) {
      print("Successfully copied " + size() + " to " + destination + '\n');
    }
  }
}
