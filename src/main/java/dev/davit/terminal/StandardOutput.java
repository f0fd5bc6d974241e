package dev.davit.terminal;

import dev.davit.io.FileError;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.WritableByteChannel;

/**
 * Standard output or error. Write errors have the stream's name, as docker's, or are a {@link
 * Streams.BrokenPipe}. The stream may be non-blocking, as {@link StandardInput}.
 */
final class StandardOutput extends OutputStream implements WritableByteChannel {
  private final String name;
  private final FileChannel channel;

  StandardOutput(String name, FileChannel channel) {
    this.name = name;
    this.channel = channel;
  }

  @Override
  public void write(int b) throws IOException {
    write(new byte[] {(byte) b}, 0, 1);
  }

  @Override
  public void write(byte[] bytes, int offset, int length) throws IOException {
    write(ByteBuffer.wrap(bytes, offset, length));
  }

  @Override
  public int write(ByteBuffer bytes) throws IOException {
    int length = bytes.remaining();
    // an interrupted thread would close the channel
    boolean interrupted = Thread.interrupted();
    try {
      while (bytes.hasRemaining()) {
        if (channel.write(bytes) == 0) {
          pause();
        }
      }
    } catch (IOException e) {
      throw explained(e);
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
    return length;
  }

  /** Pauses before the next try on a non-blocking descriptor. */
  static void pause() throws IOException {
    try {
      Thread.sleep(1);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException();
    }
  }

  private IOException explained(IOException e) {
    return "Broken pipe".equals(e.getMessage())
        ? new Streams.BrokenPipe(name, !Signals.isCaught("PIPE"))
        : new FileError("write", name, e);
  }

  @Override
  public boolean isOpen() {
    return channel.isOpen();
  }

  @Override
  public void close() {}
}
