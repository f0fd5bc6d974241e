package dev.davit.progress;

import dev.davit.engine.model.ProgressMessage.Progress;
import dev.davit.io.ChannelCopy;
import dev.davit.io.SingleByte;
import dev.davit.terminal.Printer;
import java.io.FilterInputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.WritableByteChannel;
import java.time.InstantSource;

/**
 * The progress of a stream that the client sends or receives, as text that each update replaces.
 * Mirrors moby's pkg/progress and pkg/streamformatter.
 */
public final class TransferProgress {
  /** The number of bytes between two updates. */
  private static final long STEP = 512 * 1024;

  /** The time between two updates in milliseconds. */
  private static final long PAUSE = 100;

  /** The columns that docker assumes without a terminal. */
  private static final int COLUMNS = 200;

  private final Printer output;
  private final InstantSource clock;
  private final String action;
  private final boolean lastOnly;
  private final long size;
  private final long step;
  private long current;
  private long shown;
  private long shownAt;

  /**
   * @param action the text in front of the numbers
   * @param size the number of bytes; 0 if unknown
   * @param lastOnly whether only the final update is printed
   */
  public TransferProgress(
      Printer output, InstantSource clock, String action, long size, boolean lastOnly) {
    this.output = output;
    this.clock = clock;
    this.action = action;
    this.size = size;
    this.lastOnly = lastOnly;
    this.step = size > 0 ? Math.min(STEP, size / 100) : STEP;
  }

  private synchronized void add(long bytes) throws IOException {
    current += bytes;
    if (current - shown > step) {
      shown = current;
      long now = clock.millis();
      if (!lastOnly && (current == size || now - shownAt >= PAUSE)) {
        shownAt = current == size ? shownAt : now;
        print("");
      }
    }
  }

  /** Prints the final update. */
  public synchronized void end() throws IOException {
    print("\r\n");
  }

  private void print(String end) throws IOException {
    int columns = output.isTerminal() ? output.columns() : COLUMNS;
    String text = ProgressBar.text(new Progress(current, size, 0, false, null), columns, clock);
    output.print(action + ' ' + text + (text.isEmpty() ? "\r\n" : "\r") + end);
  }

  /** Returns a stream that counts what is written. */
  public OutputStream counting(OutputStream out) {
    return new CountingOutput(out);
  }

  /** Returns a stream that counts what is read, and ends the progress at its end. */
  public InputStream counting(InputStream in) {
    return new FilterInputStream(in) {
      private boolean isEnded;

      @Override
      public int read() throws IOException {
        return SingleByte.read(this);
      }

      @Override
      public int read(byte[] bytes, int offset, int length) throws IOException {
        int n = in.read(bytes, offset, length);
        if (n >= 0) {
          add(n);
        } else if (!isEnded) {
          isEnded = true;
          end();
        }
        return n;
      }
    };
  }

  private final class CountingOutput extends FilterOutputStream implements WritableByteChannel {
    private final WritableByteChannel channel;

    CountingOutput(OutputStream out) {
      super(out);
      this.channel = ChannelCopy.channel(out);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
      out.write(bytes, offset, length);
      add(length);
    }

    @Override
    public void write(int b) throws IOException {
      out.write(b);
      add(1);
    }

    @Override
    public int write(ByteBuffer bytes) throws IOException {
      int n = channel.write(bytes);
      add(n);
      return n;
    }

    @Override
    public boolean isOpen() {
      return channel.isOpen();
    }
  }
}
