package dev.davit.engine;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.SocketException;

/** What the engine sends; where that breaks off, the failure says so in docker's words. */
final class EngineInput extends FilterInputStream {
  EngineInput(InputStream in) {
    super(in);
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] bytes, int offset, int length) throws IOException {
    try {
      return super.read(bytes, offset, length);
    } catch (IOException e) {
      throw new IOException(reason(e), e);
    }
  }

  private static String reason(IOException e) {
    String message = String.valueOf(e.getMessage());
    if (e instanceof SshCommand.Ended) {
      return message;
    }
    if (e instanceof SocketException) {
      return message.equals("Connection reset") ? "read: connection reset by peer" : message;
    }
    // what OkHttp says of a chunk's length, of all else that it does not expect, and of an end
    return message.contains("chunk size") || message.contains("0-9a-fA-F")
        ? "invalid byte in chunk length"
        : "unexpected EOF";
  }
}
