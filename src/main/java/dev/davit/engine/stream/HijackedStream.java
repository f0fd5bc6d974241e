package dev.davit.engine.stream;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import okio.Okio;
import okio.Socket;

/**
 * A connection that an upgrade turned into a plain byte stream in both directions, as attach and
 * exec use it. Closing {@link #output} closes only that half: the engine sees the end of standard
 * input, and the rest of the output still arrives.
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

  /** Over what OkHttp has made of the connection, which reads 8 KiB at a time. */
  public static HijackedStream over(Socket upgraded) {
    return new HijackedStream(
        new EngineInput(Okio.buffer(upgraded.getSource())),
        new SinkOutput(upgraded.getSink()),
        upgraded::cancel);
  }

  /** What the container writes: raw with a TTY, else frames for {@link FrameReader}. */
  public InputStream input() {
    return input;
  }

  /** The container's standard input. Unbuffered: each write is sent at once. */
  public OutputStream output() {
    return output;
  }

  /**
   * Ends the container's standard input, from any thread. An engine may wait for that end even if
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

  /** Cuts the connection, from any thread; a read that blocks on another one ends. */
  public void cancel() {
    cancel.run();
  }

  @Override
  public void close() {
    // what is cut has nothing left to say, but its connection is given back when both are closed
    try (input;
        output) {
      cancel();
    } catch (IOException e) {
      // it was cut
    }
  }
}
