package dev.davit.engine.stream;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.davit.io.ChannelCopy;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.ReadableByteChannel;
import java.nio.channels.WritableByteChannel;

/**
 * Splits the multiplexed stream of a container without a TTY into standard output and standard
 * error.
 *
 * <p>A frame is a header of eight bytes (stream ID, three zeros, payload length as a big-endian
 * number) and the payload. The length is only counted down, never allocated, so memory does not
 * grow with the length that the engine announces. See "Stream format" under {@code POST
 * /containers/{id}/attach}.
 *
 * <p>The stream is read into a single buffer, and payloads are written from their place in it,
 * short ones of the same stream moved together first.
 */
public final class FrameReader {
  private static final int HEADER = 8;

  /** Minimum length of a payload that is written by itself rather than moved. */
  private static final int LONG = 8 * 1024;

  /** Maximum length that is kept of an error message in the stream. */
  private static final int MAX_ERROR = 4096;

  private final WritableByteChannel out;
  private final WritableByteChannel err;
  private final ByteBuffer buffer = ChannelCopy.piece();
  private final ByteBuffer waiting = buffer.duplicate();
  private final StringBuilder engineError = new StringBuilder();
  private final byte[] header = new byte[HEADER];
  private WritableByteChannel target;
  private int headerFilled;
  private long remaining;

  private FrameReader(OutputStream out, OutputStream err) {
    this.out = ChannelCopy.channel(out);
    this.err = ChannelCopy.channel(err);
    this.target = this.out;
  }

  /**
   * Copies until the stream ends. All bytes that have arrived are written before the next read.
   *
   * @throws EOFException if the stream ends inside a frame; the bytes before are written
   * @throws EngineStreamException for an unknown stream ID or an error that the engine sent
   */
  public static void copy(InputStream in, OutputStream out, OutputStream err) throws IOException {
    new FrameReader(out, err).copyAll(in);
  }

  private void copyAll(InputStream in) throws IOException {
    ReadableByteChannel from = ChannelCopy.channel(in);
    while (from.read(buffer.clear()) >= 0) {
      buffer.flip();
      waiting.position(0).limit(0);
      try {
        while (buffer.hasRemaining()) {
          if (headerFilled < HEADER) {
            readHeader();
          } else {
            readPayload();
          }
        }
      } finally {
        flush();
      }
    }
    if (headerFilled > 0) {
      throw new EOFException("unexpected EOF");
    }
  }

  private void readHeader() throws IOException {
    int n = Math.min(HEADER - headerFilled, buffer.remaining());
    buffer.get(header, headerFilled, n);
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
  }

  private void readPayload() throws IOException {
    int n = (int) Math.min(remaining, buffer.remaining());
    switch (header[0]) {
      case 2 -> write(err, n);
      case 3 -> appendError(n);
      default -> write(out, n); // 0 is the echo of standard input, written to the output
    }
    remaining -= n;
    endFrameIfComplete();
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

  /**
   * Adds the next bytes of a stream. If both streams are the same terminal, the order of their
   * bytes must not change.
   */
  private void write(WritableByteChannel to, int length) throws IOException {
    int at = buffer.position();
    if (!to.equals(target) || length >= LONG || !waiting.hasRemaining()) {
      flush();
      target = to;
      waiting.limit(at + length).position(at);
    } else {
      int end = waiting.limit();
      waiting.limit(end + length).put(end, buffer, at, length);
    }
    buffer.position(at + length);
  }

  private void flush() throws IOException {
    ChannelCopy.writeAll(waiting, target);
  }

  private void appendError(int length) {
    byte[] said = new byte[length];
    buffer.get(said);
    int room = Math.min(length, MAX_ERROR - engineError.length());
    engineError.append(new String(said, 0, Math.max(0, room), UTF_8));
  }

  /** An error within the stream: invalid, or sent by the engine. */
  public static final class EngineStreamException extends IOException {
    private static final long serialVersionUID = 1L;

    EngineStreamException(String message) {
      super(message);
    }
  }
}
