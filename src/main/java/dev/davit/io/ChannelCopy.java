package dev.davit.io;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.ReadableByteChannel;
import java.nio.channels.WritableByteChannel;

/**
 * Copies bytes between streams in large pieces, forwarding each piece as soon as it arrives.
 * Streams that are channels as well, such as the standard streams and an engine's, use a direct
 * buffer, which avoids copies to and from the Java heap.
 */
public final class ChannelCopy {
  private static final int PIECE = 64 * 1024;

  private ChannelCopy() {}

  /** Copies until {@code from} ends; closes neither stream. */
  public static void copy(InputStream from, OutputStream to) throws IOException {
    ReadableByteChannel in = channel(from);
    WritableByteChannel out = channel(to);
    ByteBuffer piece = piece();
    while (in.read(piece.clear()) >= 0) {
      writeAll(piece.flip(), out);
    }
  }

  public static ByteBuffer piece() {
    return ByteBuffer.allocateDirect(PIECE);
  }

  public static ReadableByteChannel channel(InputStream in) {
    return in instanceof ReadableByteChannel channel ? channel : Channels.newChannel(in);
  }

  public static WritableByteChannel channel(OutputStream out) {
    return out instanceof WritableByteChannel channel ? channel : Channels.newChannel(out);
  }

  public static void writeAll(ByteBuffer bytes, WritableByteChannel to) throws IOException {
    while (bytes.hasRemaining()) {
      to.write(bytes);
    }
  }
}
