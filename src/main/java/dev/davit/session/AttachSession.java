package dev.davit.session;

import dev.davit.engine.HijackedStream;
import dev.davit.terminal.Streams;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/**
 * Joins our standard streams to a container's: a daemon thread carries standard input, the caller's
 * thread the output.
 *
 * <p>The thread is a daemon because a read from standard input can't be interrupted, and must not
 * delay the exit.
 *
 * @param tty whether the container has a TTY, so that its output is one raw stream
 * @param stdin whether our standard input goes to the container
 * @param output whether there is output to wait for
 */
public record AttachSession(HijackedStream stream, boolean tty, boolean stdin, boolean output) {
  private static final int BUFFER = 64 * 1024;

  /** Returns when the container's output has ended, or without output when our input has. */
  public void run(Streams streams) throws IOException {
    Thread input = null;
    if (stdin) {
      input = new Thread(() -> pump(streams.in()), "stdin");
      input.setDaemon(true);
      input.start();
    }
    if (output) {
      Output.copy(stream.input(), tty, streams);
    } else if (input != null) {
      join(input);
    }
  }

  /** Ends silently when the container has gone: what it made of its input shows in its output. */
  private void pump(InputStream in) {
    try (OutputStream out = stream.output()) {
      byte[] buffer = new byte[BUFFER];
      for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
        out.write(buffer, 0, n);
      }
    } catch (IOException e) {
      // the reader of the output finds out what happened
    }
  }

  private static void join(Thread thread) {
    try {
      thread.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
