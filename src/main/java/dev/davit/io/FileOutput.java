package dev.davit.io;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.WritableByteChannel;

/** Writes a file, so that a full disk is told of it and not taken for an end of what is read. */
public final class FileOutput extends OutputStream {
  private final WritableByteChannel channel;
  private final String shown;

  /**
   * @param channel stays open
   * @param shown the file's path, for messages
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
