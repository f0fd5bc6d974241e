package dev.davit.engine.stream;

import dev.davit.engine.socket.SshCommand;
import dev.davit.io.SingleByte;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.SocketException;
import java.nio.ByteBuffer;
import java.nio.channels.ReadableByteChannel;
import okio.BufferedSource;

/** Bytes that the engine sends; if the connection breaks, the exception has docker's message. */
public final class EngineInput extends FilterInputStream implements ReadableByteChannel {
  private static final int PIECE = 64 * 1024;

  private final ReadableByteChannel channel;

  public EngineInput(BufferedSource source) {
    super(source.inputStream());
    this.channel = source;
  }

  /** Wraps a stream that is a channel, too. */
  public <C extends InputStream & ReadableByteChannel> EngineInput(C in) {
    super(in);
    this.channel = in;
  }

  @Override
  public int read() throws IOException {
    return SingleByte.read(this);
  }

  @Override
  public int read(byte[] bytes, int offset, int length) throws IOException {
    try {
      return super.read(bytes, offset, length);
    } catch (IOException e) {
      throw new IOException(reason(e), e);
    }
  }

  @Override
  public int read(ByteBuffer bytes) throws IOException {
    try {
      return channel.read(bytes);
    } catch (IOException e) {
      throw new IOException(reason(e), e);
    }
  }

  @Override
  public boolean isOpen() {
    return channel.isOpen();
  }

  /** Copies in large pieces; bytes that arrived before a failure are written as well. */
  @Override
  public long transferTo(OutputStream out) throws IOException {
    byte[] piece = new byte[PIECE];
    long all = 0;
    int length;
    do {
      length = 0;
      try {
        for (int n = 0; n >= 0 && length < PIECE; n = read(piece, length, PIECE - length)) {
          length += n;
        }
      } finally {
        out.write(piece, 0, length);
      }
      all += length;
    } while (length == PIECE);
    return all;
  }

  private static String reason(IOException e) {
    String message = String.valueOf(e.getMessage());
    if (e instanceof SshCommand.Ended) {
      return message;
    }
    if (e instanceof SocketException) {
      return message.equals("Connection reset") ? "read: connection reset by peer" : message;
    }
    // OkHttp's messages for an invalid chunk length; all others mean that the stream ended early.
    return message.contains("chunk size") || message.contains("0-9a-fA-F")
        ? "invalid byte in chunk length"
        : "unexpected EOF";
  }
}
