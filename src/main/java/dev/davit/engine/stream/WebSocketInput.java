package dev.davit.engine.stream;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.davit.io.SingleByte;
import dev.davit.text.ControlBytes;
import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;

/**
 * Payloads of the frames that the engine sends, until its closing frame. A length is only counted
 * down, never allocated.
 */
public final class WebSocketInput extends InputStream {
  private static final int BUFFER = 64 * 1024;
  private static final int LAST = 0x80;
  private static final int RESERVED = 0x70;
  private static final int OPCODE = 0x0f;
  private static final int MASKED = 0x80;
  private static final int PING = 9;

  /** Lowest opcode of control frames, which are short and not fragmented. */
  private static final int CONTROL = 8;

  private static final int MAX_CONTROL = 125;

  /** Status of a closing frame of a server that shuts down. */
  private static final int GOING_AWAY = 1001;

  private final InputStream connection;
  private final WebSocketOutput output;
  private long remaining;
  private boolean ended;

  public WebSocketInput(InputStream connection, WebSocketOutput output) {
    this.connection = new BufferedInputStream(connection, BUFFER);
    this.output = output;
  }

  @Override
  public int read() throws IOException {
    return SingleByte.read(this);
  }

  @Override
  public int read(byte[] bytes, int offset, int length) throws IOException {
    while (remaining == 0 && !ended) {
      readHeader();
    }
    if (ended) {
      return -1;
    }
    int n = connection.read(bytes, offset, (int) Math.min(length, remaining));
    if (n < 0) {
      throw new EOFException("unexpected EOF");
    }
    remaining -= n;
    return n;
  }

  private void readHeader() throws IOException {
    int first = readByte();
    int second = readByte();
    int opcode = first & OPCODE;
    long length = length(second);
    if ((first & RESERVED) != 0
        || (second & MASKED) != 0
        || length < 0
        || opcode > WebSocketOutput.BINARY && opcode < CONTROL
        || opcode > WebSocketOutput.PONG) {
      throw new IOException("invalid WebSocket frame from the engine");
    }
    if (opcode < CONTROL) {
      remaining = length;
      return;
    }
    if (length > MAX_CONTROL || (first & LAST) == 0) {
      throw new IOException("invalid WebSocket frame from the engine");
    }
    control(opcode, connection.readNBytes((int) length), (int) length);
  }

  private void control(int opcode, byte[] payload, int length) throws IOException {
    if (payload.length < length) {
      throw new EOFException("unexpected EOF");
    }
    if (opcode == PING) {
      output.send(WebSocketOutput.PONG, payload, 0, length);
    } else if (opcode == WebSocketOutput.CLOSE) {
      ended = true;
      requireGoodEnd(payload);
    }
  }

  private static void requireGoodEnd(byte[] payload) throws IOException {
    if (payload.length < 2) {
      return;
    }
    int status = (payload[0] & 0xff) << 8 | payload[1] & 0xff;
    if (status != WebSocketOutput.NORMAL && status != GOING_AWAY) {
      String reason = new String(payload, 2, payload.length - 2, UTF_8);
      throw new IOException(
          "the engine closed the WebSocket: "
              + status
              + ' '
              + ControlBytes.shownInMessage(reason.strip()));
    }
  }

  private long length(int second) throws IOException {
    int length = second & ~MASKED;
    if (length <= MAX_CONTROL) {
      return length;
    }
    long told = 0;
    for (int i = length == MAX_CONTROL + 1 ? 2 : 8; i > 0; i--) {
      told = told << 8 | readByte();
    }
    return told;
  }

  private int readByte() throws IOException {
    int b = connection.read();
    if (b < 0) {
      throw new EOFException("unexpected EOF");
    }
    return b;
  }
}
