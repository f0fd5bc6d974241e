package dev.davit.attach;

import dev.davit.engine.stream.FrameReader;
import dev.davit.io.ChannelCopy;
import dev.davit.terminal.Streams;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/**
 * The output of a container: how it arrives, and which of its streams are shown. Podman sends both
 * streams whichever is attached; the other one is dropped.
 *
 * @param framed whether it arrives in frames, for {@link FrameReader}; else as one raw stream,
 *     which is standard output
 */
public record Output(boolean framed, boolean stdout, boolean stderr) {
  /** Both streams. */
  public static Output all(boolean framed) {
    return new Output(framed, true, true);
  }

  /** Whether any stream is shown. */
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
