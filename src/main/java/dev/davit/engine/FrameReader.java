package dev.davit.engine;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/**
 * Splits the multiplexed stream of a container without a TTY into standard output and error.
 *
 * <p>A frame is a header of eight bytes (stream id, three zeros, payload length as a big-endian
 * number) and the payload. The length is only ever counted down, never allocated: memory stays flat
 * whatever the engine announces. See "Stream format" under {@code POST /containers/{id}/attach}.
 */
public final class FrameReader {
  private static final int HEADER = 8;
  private static final int BUFFER = 64 * 1024;

  /** The engine's own complaint within a stream must be short enough to show. */
  private static final int MAX_ERROR = 4096;

  private final OutputStream out;
  private final OutputStream err;
  private final StringBuilder engineError = new StringBuilder();
  private final byte[] header = new byte[HEADER];
  private int headerFilled;
  private long remaining;

  private FrameReader(OutputStream out, OutputStream err) {
    this.out = new BufferedOutputStream(out, BUFFER);
    this.err = new BufferedOutputStream(err, BUFFER);
  }

  /**
   * Copies until the stream ends. What has arrived is written before more is waited for.
   *
   * @throws EOFException if the stream ends inside a frame; what came before is written
   * @throws EngineStreamException for an unknown stream id or an error the engine sent
   */
  public static void copy(InputStream in, OutputStream out, OutputStream err) throws IOException {
    new FrameReader(out, err).copyAll(in);
  }

  private void copyAll(InputStream in) throws IOException {
    byte[] buffer = new byte[BUFFER];
    try {
      for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
        int from = 0;
        while (from < n) {
          from = headerFilled < HEADER ? readHeader(buffer, from, n) : payload(buffer, from, n);
        }
        flush();
      }
    } finally {
      flush();
    }
    if (headerFilled > 0) {
      throw new EOFException("unexpected EOF");
    }
  }

  private int readHeader(byte[] buffer, int from, int to) throws IOException {
    int n = Math.min(HEADER - headerFilled, to - from);
    System.arraycopy(buffer, from, header, headerFilled, n);
    headerFilled += n;
    if (headerFilled == HEADER) {
      if (header[0] < 0 || header[0] > 3) {
        throw new EngineStreamException("Unrecognized input header: " + (header[0] & 0xff));
      }
      remaining =
          (header[4] & 0xffL) << 24
              | (header[5] & 0xff) << 16
              | (header[6] & 0xff) << 8
              | (header[7] & 0xff);
      endFrameIfComplete();
    }
    return from + n;
  }

  private int payload(byte[] buffer, int from, int to) throws IOException {
    int n = (int) Math.min(remaining, to - from);
    switch (header[0]) {
      case 2 -> write(err, out, buffer, from, n);
      case 3 -> appendError(buffer, from, n);
      default -> write(out, err, buffer, from, n); // 0 is standard input's echo, shown as output
    }
    remaining -= n;
    endFrameIfComplete();
    return from + n;
  }

  private void endFrameIfComplete() throws IOException {
    if (remaining > 0) {
      return;
    }
    if (header[0] == 3) {
      throw new EngineStreamException("error from daemon in stream: " + engineError);
    }
    headerFilled = 0;
  }

  /** Where both streams end at one terminal, the order of their bytes must not change. */
  private static void write(OutputStream target, OutputStream other, byte[] buffer, int from, int n)
      throws IOException {
    other.flush();
    target.write(buffer, from, n);
  }

  private void appendError(byte[] buffer, int from, int n) {
    int room = Math.min(n, MAX_ERROR - engineError.length());
    engineError.append(new String(buffer, from, Math.max(0, room), UTF_8));
  }

  private void flush() throws IOException {
    out.flush();
    err.flush();
  }

  /** The stream itself says that something is wrong. */
  public static final class EngineStreamException extends IOException {
    private static final long serialVersionUID = 1L;

    EngineStreamException(String message) {
      super(message);
    }
  }
}
