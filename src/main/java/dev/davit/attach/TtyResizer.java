package dev.davit.attach;

import dev.davit.terminal.Signals;
import dev.davit.terminal.Streams;
import dev.davit.terminal.WindowSize;
import java.io.Closeable;
import java.io.IOException;

/**
 * Keeps a container's TTY at the size of the client's terminal. A daemon thread sends the sizes, so
 * changes faster than the engine's responses become one request, and the last size is always sent.
 * Mirrors cli/command/container/tty.go.
 */
public final class TtyResizer implements Closeable {
  private static final int TRIES = 10;
  private static final int FIRST_PAUSE_MILLIS = 10;

  private final Streams streams;
  private final Target target;
  private Signals.Listening changes = () -> {};
  private Signals.Listening continued = () -> {};
  private final boolean redraw;
  private boolean changed;
  private boolean closed;

  /** The resize endpoint of a container or an exec. */
  public interface Target {
    void resize(int rows, int columns) throws IOException;
  }

  private TtyResizer(Streams streams, Target target, boolean redraw) {
    this.streams = streams;
    this.target = target;
    this.redraw = redraw;
  }

  /** Starts by sending the current size; does nothing if standard output is not a terminal. */
  public static TtyResizer start(Streams streams, Target target) {
    return start(streams, target, false);
  }

  /** Starts for a program that has drawn already: sends another size first, so it redraws. */
  public static TtyResizer redrawing(Streams streams, Target target) {
    return start(streams, target, true);
  }

  private static TtyResizer start(Streams streams, Target target, boolean redraw) {
    TtyResizer resizer = new TtyResizer(streams, target, redraw);
    if (streams.outIsTerminal()) {
      resizer.changes = streams.onResize(resizer::wake);
      // the size may have changed while the client was stopped
      resizer.continued = Signals.on("CONT", signal -> resizer.wake());
      Thread thread = new Thread(resizer::work, "resize");
      thread.setDaemon(true);
      thread.start();
    }
    return resizer;
  }

  private synchronized void wake() {
    changed = true;
    notifyAll();
  }

  private void work() {
    try {
      sendFirst();
      while (awaitChange()) {
        send(0);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Sends the first size, repeatedly: a process that has just started may not have its TTY yet. */
  private void sendFirst() throws InterruptedException {
    if (redraw) {
      send(1);
    }
    for (int i = 1; i <= TRIES; i++) {
      if (isClosed() || send(0)) {
        return;
      }
      Thread.sleep(Math.multiplyExact(i, FIRST_PAUSE_MILLIS));
    }
    if (!isClosed()) {
      streams.error("failed to resize tty, using default size");
    }
  }

  private boolean send(int more) {
    WindowSize size = streams.outSize();
    if (!size.isKnown()) {
      return true;
    }
    try {
      target.resize(size.rows() + more, size.columns() + more);
      return true;
    } catch (IOException e) {
      return false; // the process has ended, or has no TTY yet
    }
  }

  private synchronized boolean awaitChange() throws InterruptedException {
    while (!changed && !closed) {
      wait();
    }
    changed = false;
    return !closed;
  }

  private synchronized boolean isClosed() {
    return closed;
  }

  @Override
  public void close() {
    changes.close();
    continued.close();
    synchronized (this) {
      closed = true;
      notifyAll();
    }
  }
}
