package dev.davit.engine.stream;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import okio.Okio;
import okio.Socket;

/**
 * A connection that was upgraded to a byte stream in both directions, as for attach and exec.
 * Closing {@link #output} closes only that direction: the engine reads the end of standard input,
 * and the rest of the output still arrives.
 */
public final class HijackedStream implements Closeable {
  private final InputStream input;
  private final OutputStream output;
  private final Runnable cancel;

  public HijackedStream(InputStream input, OutputStream output, Runnable cancel) {
    this.input = input;
    this.output = output;
    this.cancel = cancel;
  }

  /** A stream over OkHttp's upgraded socket, which reads 8 KiB at a time. */
  public static HijackedStream over(Socket upgraded) {
    return new HijackedStream(
        new EngineInput(Okio.buffer(upgraded.getSource())),
        new SinkOutput(upgraded.getSink()),
        upgraded::cancel);
  }

  /** The container's output: raw bytes if it has a TTY, else frames for {@link FrameReader}. */
  public InputStream input() {
    return input;
  }

  /** The container's standard input, unbuffered: each write is sent at once. */
  public OutputStream output() {
    return output;
  }

  /**
   * Closes the container's standard input, from any thread. An engine may wait for its end even if
   * standard input is not attached. A failure is ignored: reading the output reports a lost
   * connection.
   */
  public void endInput() {
    try {
      output.close();
    } catch (IOException e) {
      // the reader of the output gets the failure
    }
  }

  /** Closes the connection, from any thread; a blocked read ends. */
  public void cancel() {
    cancel.run();
  }

  @Override
  public void close() {
    // OkHttp releases a canceled connection only after both directions are closed.
    try (input;
        output) {
      cancel();
    } catch (IOException e) {
      // expected after cancel
    }
  }
}
