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
 * Connects the client's standard streams to a container's until {@link #close}: a daemon thread
 * copies standard input, the caller's thread the output. With a TTY, the client's terminal is in
 * raw mode meanwhile, and the detach keys end the session.
 *
 * <p>The thread is a daemon because a read from standard input cannot be interrupted, and must not
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
   * Selects the streams to attach.
   *
   * @param tty whether the container has a TTY
   * @param stdin whether the client's standard input is sent to the container
   * @param output the format of the container's output, and the streams to print
   * @param raw whether the client's terminal may be put into raw mode for a TTY
   */
  public record Options(
      boolean tty, boolean stdin, Output output, DetachKeys detachKeys, boolean raw) {}

  private AttachSession(Streams streams, HijackedStream stream, Options options) {
    this.streams = streams;
    this.stream = stream;
    this.options = options;
    this.raw = options.tty && options.stdin && options.raw ? streams.rawMode() : null;
  }

  /** Starts sending standard input; {@link #finish} reads the output. */
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
   * @return whether the detach keys ended the session while the container runs on
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
   * Waits for the exit of a container whose output is not attached. Neither the end of standard
   * input nor that of the connection proves that the container has stopped.
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

  /**
   * Sends standard input until it ends. Failures are silent: the container has stopped then, which
   * its output shows.
   */
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
      // the reader of the output reports the failure
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

  /** Restores the terminal; the stream stays open, and its owner closes it. */
  @Override
  public void close() {
    if (raw != null) {
      raw.close();
    }
  }
}
