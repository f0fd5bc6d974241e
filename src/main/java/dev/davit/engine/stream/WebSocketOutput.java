package dev.davit.engine.stream;

import java.io.IOException;
import java.io.OutputStream;
import java.util.random.RandomGenerator;

/**
 * Sends each write as a binary frame, at once. Closing sends the closing frame and leaves the other
 * direction open: the engine continues until its output ends.
 */
public final class WebSocketOutput extends OutputStream {
  static final int BINARY = 2;
  static final int CLOSE = 8;
  static final int PONG = 10;

  private static final int LAST = 0x80;
  private static final int MASKED = 0x80;
  private static final int MASK = 4;

  /** Maximum length that is in the second byte of a frame; {@link #MEDIUM} is that for two more. */
  private static final int SHORT = 125;

  private static final int MEDIUM = 0xffff;

  /** Status of a closing frame after success. */
  static final int NORMAL = 1000;

  private final OutputStream connection;
  private final RandomGenerator random;
  private boolean closed;

  public WebSocketOutput(OutputStream connection, RandomGenerator random) {
    this.connection = connection;
    this.random = random;
  }

  @Override
  public void write(int b) throws IOException {
    write(new byte[] {(byte) b}, 0, 1);
  }

  @Override
  public void write(byte[] bytes, int offset, int length) throws IOException {
    send(BINARY, bytes, offset, length);
  }

  /** Sends a frame; has no effect after the closing frame, which is the last one. */
  synchronized void send(int opcode, byte[] bytes, int offset, int length) throws IOException {
    if (closed) {
      return;
    }
    byte[] frame = new byte[14 + length];
    frame[0] = (byte) (LAST | opcode);
    int at = putLength(frame, length);
    byte[] mask = new byte[MASK];
    random.nextBytes(mask);
    System.arraycopy(mask, 0, frame, at, MASK);
    at += MASK;
    for (int i = 0; i < length; i++) {
      frame[at + i] = (byte) (bytes[offset + i] ^ mask[i % MASK]);
    }
    connection.write(frame, 0, at + length);
  }

  /** Writes the length and returns the index of the mask. */
  private static int putLength(byte[] frame, int length) {
    if (length <= SHORT) {
      frame[1] = (byte) (MASKED | length);
      return 2;
    }
    int bytes = length <= MEDIUM ? 2 : 8;
    frame[1] = (byte) (MASKED | (bytes == 2 ? SHORT + 1 : SHORT + 2));
    for (int i = 0; i < bytes; i++) {
      frame[2 + i] = (byte) ((long) length >> 8 * (bytes - 1 - i));
    }
    return 2 + bytes;
  }

  @Override
  public synchronized void close() throws IOException {
    send(CLOSE, new byte[] {(byte) (NORMAL >> 8), (byte) NORMAL}, 0, 2);
    closed = true;
  }
}
