package dev.davit.logs.view;

import dev.davit.terminal.Streams;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Standard output and standard error, written by one thread: the lines that arrive while it writes
 * are written together, so no line is delayed, and many lines take few system calls. The order of
 * all bytes is kept across both streams, as they can be the same terminal.
 */
public final class LogOutput implements Closeable {
  /** The number of waiting bytes above which {@link #add} blocks. */
  private static final int MOST = 256 * 1024;

  private final Streams streams;
  private final Thread writer = Thread.ofPlatform().daemon().name("logs").unstarted(this::write);
  private List<Run> waiting = new ArrayList<>();
  private int size;
  private boolean closed;
  private @Nullable IOException failure;
  private boolean reported;

  /** Bytes for one of the streams. */
  private record Run(boolean stderr, Bytes bytes) {}

  public LogOutput(Streams streams) {
    this.streams = streams;
    writer.start();
  }

  /**
   * Adds bytes; waits while many are waiting.
   *
   * @throws IOException if bytes added before could not be written
   */
  synchronized void add(boolean stderr, Bytes bytes) throws IOException {
    awaitWhile(() -> size > MOST && failure == null);
    failIfFailed();
    if (waiting.isEmpty() || waiting.getLast().stderr != stderr) {
      waiting.add(new Run(stderr, new Bytes()));
    }
    bytes.addTo(waiting.getLast().bytes);
    if (size == 0) {
      notifyAll();
    }
    size += bytes.size();
  }

  private void write() {
    try {
      for (List<Run> runs = take(); !runs.isEmpty(); runs = take()) {
        for (Run run : runs) {
          OutputStream stream = run.stderr ? streams.err() : streams.out();
          run.bytes.writeTo(stream);
        }
      }
    } catch (IOException e) {
      fail(e);
    }
  }

  /** Waits for bytes; returns none after the end. */
  private synchronized List<Run> take() {
    awaitWhile(() -> waiting.isEmpty() && !closed);
    List<Run> taken = waiting;
    waiting = new ArrayList<>();
    size = 0;
    notifyAll();
    return taken;
  }

  private synchronized void fail(IOException e) {
    failure = e;
    notifyAll();
  }

  private synchronized void awaitWhile(BooleanSupplier blocked) {
    try {
      while (blocked.getAsBoolean()) {
        wait();
      }
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  /**
   * Waits until all is written.
   *
   * @throws IOException if it could not be written, unless {@link #add} has thrown that before
   */
  @Override
  public void close() throws IOException {
    synchronized (this) {
      closed = true;
      notifyAll();
    }
    try {
      writer.join();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
    synchronized (this) {
      if (!reported) {
        failIfFailed();
      }
    }
  }

  private void failIfFailed() throws IOException {
    if (failure != null) {
      reported = true;
      throw failure;
    }
  }
}
