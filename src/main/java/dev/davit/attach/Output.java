package dev.davit.attach;

import dev.davit.engine.stream.FrameReader;
import dev.davit.io.ChannelCopy;
import dev.davit.terminal.Streams;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/**
 * The format of a container's output, and the streams to print. Podman sends both streams even if
 * only one is attached; the other one is dropped.
 *
 * @param framed whether the output has frames, for {@link FrameReader}; else it is one raw stream,
 *     printed to standard output
 */
public record Output(boolean framed, boolean stdout, boolean stderr) {
  /** Prints both streams. */
  public static Output all(boolean framed) {
    return new Output(framed, true, true);
  }

  /** Returns whether any stream is printed. */
  public boolean isAttached() {
    return stdout || stderr;
  }

  /** Copies to the client's standard output and error until the stream ends. */
  public void copy(InputStream from, Streams to) throws IOException {
    OutputStream out = stdout ? to.out() : OutputStream.nullOutputStream();
    if (framed) {
      FrameReader.copy(from, out, stderr ? to.err() : OutputStream.nullOutputStream());
    } else {
      ChannelCopy.copy(from, out);
    }
  }
}
