package dev.davit.io;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.WritableByteChannel;

/**
 * Writes a file; failures are {@link FileError}s, so that a full disk is not confused with a
 * failure to read the source.
 */
public final class FileOutput extends OutputStream {
  private final WritableByteChannel channel;
  private final String shown;

  /**
   * @param channel the file; not closed by this stream
   * @param shown the path for messages
   */
  public FileOutput(WritableByteChannel channel, String shown) {
    this.channel = channel;
    this.shown = shown;
  }

  @Override
  public void write(int b) throws IOException {
    write(new byte[] {(byte) b});
  }

  @Override
  public void write(byte[] bytes, int offset, int length) throws IOException {
    ByteBuffer rest = ByteBuffer.wrap(bytes, offset, length);
    try {
      while (rest.hasRemaining()) {
        channel.write(rest);
      }
    } catch (IOException e) {
      throw new FileError("write", shown, e);
    }
  }
}
