package dev.davit.attach;

import dev.davit.terminal.Signals;
import dev.davit.terminal.Streams;
import dev.davit.terminal.WindowSize;
import java.io.Closeable;
import java.io.IOException;

/**
 * Keeps a container's TTY at the size of our terminal: now and whenever that changes. A daemon
 * thread sends the sizes, so that changes which come faster than the engine answers become one, and
 * the last is always sent. Mirrors cli/command/container/tty.go.
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

  /** Where sizes are sent: the resize call of a container or an exec. */
  public interface Target {
    void resize(int rows, int columns) throws IOException;
  }

  private TtyResizer(Streams streams, Target target, boolean redraw) {
    this.streams = streams;
    this.target = target;
    this.redraw = redraw;
  }

  /** Starts with the size that the terminal has; does nothing where standard output is none. */
  public static TtyResizer start(Streams streams, Target target) {
    return start(streams, target, false);
  }

  /** The same for a program that has drawn already: a size that differs makes it draw anew. */
  public static TtyResizer redrawing(Streams streams, Target target) {
    return start(streams, target, true);
  }

  private static TtyResizer start(Streams streams, Target target, boolean redraw) {
    TtyResizer resizer = new TtyResizer(streams, target, redraw);
    if (streams.outIsTerminal()) {
      resizer.changes = streams.onResize(resizer::wake);
      // it may have changed while we were stopped
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

  /** A process that was only just started may not have its TTY yet. */
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
      return false; // it has ended, or is about to have its TTY
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
