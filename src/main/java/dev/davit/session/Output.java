package dev.davit.session;

import dev.davit.engine.FrameReader;
import dev.davit.engine.Pump;
import dev.davit.terminal.Streams;
import java.io.IOException;
import java.io.InputStream;

/** What a container writes, brought to our own standard output and error. */
public final class Output {
  private Output() {}

  /** Copies until the stream ends: in frames by {@link FrameReader}, else as it is. */
  public static void copy(InputStream from, boolean framed, Streams to) throws IOException {
    if (framed) {
      FrameReader.copy(from, to.out(), to.err());
    } else {
      Pump.copy(from, to.out());
    }
  }
}
