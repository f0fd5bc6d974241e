package dev.davit.terminal;

import dev.davit.io.SingleByte;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.ReadableByteChannel;

/**
 * Standard input, which may be non-blocking: the parent process may have left it so, and must find
 * it unchanged. Closing does nothing.
 */
final class StandardInput extends InputStream implements ReadableByteChannel {
  private final FileChannel channel;

  StandardInput(FileChannel channel) {
    this.channel = channel;
  }

  @Override
  public int read() throws IOException {
    return SingleByte.read(this);
  }

  @Override
  public int read(byte[] bytes, int offset, int length) throws IOException {
    return read(ByteBuffer.wrap(bytes, offset, length));
  }

  @Override
  public int read(ByteBuffer bytes) throws IOException {
    int n = channel.read(bytes);
    while (n == 0 && bytes.hasRemaining()) {
      StandardOutput.pause();
      n = channel.read(bytes);
    }
    return n;
  }

  @Override
  public boolean isOpen() {
    return channel.isOpen();
  }

  @Override
  public void close() {}
}
