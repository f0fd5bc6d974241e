package dev.davit.attach;

import dev.davit.engine.PendingWait;
import dev.davit.engine.stream.HijackedStream;
import dev.davit.io.ChannelCopy;
import dev.davit.opts.DetachKeys;
import dev.davit.terminal.RawMode;
import dev.davit.terminal.Streams;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import org.jspecify.annotations.Nullable;

/**
 * Joins our standard streams to a container's, from its beginning to {@link #close}: a daemon
 * thread carries standard input, the caller's thread the output. With a TTY our terminal is raw
 * meanwhile, and the detach keys end the session.
 *
 * <p>The thread is a daemon because a read from standard input can't be interrupted, and must not
 * delay the exit.
 */
public final class AttachSession implements Closeable {
  private static final int BUFFER = 64 * 1024;

  private final Streams streams;
  private final HijackedStream stream;
  private final Options options;
  private final @Nullable RawMode raw;
  private final Thread input = new Thread(this::pump, "stdin");
  private volatile boolean detached;
  private volatile @Nullable PendingWait wait;

  /**
   * Which streams are attached, and how.
   *
   * @param tty whether the container has a TTY
   * @param stdin whether the client's standard input goes to the container
   * @param output how the container's output arrives, and what of it is shown
   * @param raw whether the client's terminal may be made raw for a TTY
   */
  public record Options(
      boolean tty, boolean stdin, Output output, DetachKeys detachKeys, boolean raw) {}

  private AttachSession(Streams streams, HijackedStream stream, Options options) {
    this.streams = streams;
    this.stream = stream;
    this.options = options;
    this.raw = options.tty && options.stdin && options.raw ? streams.rawMode() : null;
  }

  /** Begins to send input; output is read by {@link #finish}. */
  public static AttachSession begin(Streams streams, HijackedStream stream, Options options) {
    AttachSession session = new AttachSession(streams, stream, options);
    if (options.stdin) {
      session.input.setDaemon(true);
      session.input.start();
    }
    return session;
  }

  /**
   * Copies the container's output until it ends.
   *
   * @return whether the detach keys ended it, the container going on
   */
  public boolean finish() throws IOException {
    try {
      options.output.copy(stream.input(), streams);
    } catch (IOException e) {
      if (!detached) {
        throw e;
      }
    }
    return detached;
  }

  /**
   * Waits for the exit of a container of which no output is attached. Neither the end of standard
   * input nor that of the connection says that the container has stopped.
   *
   * @return the exit code, or null if the detach keys ended the session
   */
  public @Nullable Integer awaitExit(PendingWait exit) throws IOException {
    wait = exit;
    try {
      return detached ? null : (Integer) exit.exitCode();
    } catch (IOException e) {
      if (!detached) {
        throw e;
      }
      return null;
    }
  }

  /** Ends silently when the container has gone: what it made of its input shows in its output. */
  private void pump() {
    try {
      if (options.tty) {
        copyUntilDetached(streams.in(), stream.output());
      } else {
        ChannelCopy.copy(streams.in(), stream.output());
      }
      if (!detached) {
        stream.output().close();
        return;
      }
      stream.cancel();
      PendingWait exit = wait;
      if (exit != null) {
        exit.cancel();
      }
    } catch (IOException e) {
      // the reader of the output finds out what happened
    }
  }

  private void copyUntilDetached(InputStream in, OutputStream out) throws IOException {
    DetachDetector detector = new DetachDetector(options.detachKeys.codes());
    byte[] buffer = new byte[BUFFER];
    for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
      if (detector.pass(buffer, n, out)) {
        detached = true;
        return;
      }
    }
  }

  /** Restores the terminal. The stream is its opener's. */
  @Override
  public void close() {
    if (raw != null) {
      raw.close();
    }
  }
}
