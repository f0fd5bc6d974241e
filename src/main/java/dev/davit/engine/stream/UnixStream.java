package dev.davit.engine.stream;

import dev.davit.engine.socket.UnixSocket;
import dev.davit.io.ChannelCopy;
import dev.davit.io.SingleByte;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.SocketException;
import java.nio.ByteBuffer;
import java.nio.channels.ReadableByteChannel;
import java.nio.channels.SocketChannel;
import java.nio.channels.WritableByteChannel;
import okio.Buffer;
import okio.Socket;

/**
 * Reads and writes an upgraded Unix socket without OkHttp, which only closes it: in pieces of any
 * size, from and to memory of any type.
 */
public final class UnixStream {
  private UnixStream() {}

  /** A stream over {@code socket}, which OkHttp has upgraded to {@code upgraded}. */
  public static HijackedStream of(UnixSocket socket, Socket upgraded) throws IOException {
    Buffer ahead = socket.takeBack(upgraded.getSource());
    return new HijackedStream(
        new EngineInput(new Input(ahead, socket.channel(), upgraded)),
        new Output(socket),
        upgraded::cancel);
  }

  /** Reads OkHttp's buffered bytes, then the channel. */
  private static final class Input extends InputStream implements ReadableByteChannel {
    private final Buffer ahead;
    private final SocketChannel channel;
    private final Socket upgraded;

    Input(Buffer ahead, SocketChannel channel, Socket upgraded) {
      this.ahead = ahead;
      this.channel = channel;
      this.upgraded = upgraded;
    }

    @Override
    public int read() throws IOException {
      return SingleByte.read(this);
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
      return read(ByteBuffer.wrap(bytes, offset, length));
    }

    /**
     * Reads bytes; a reset connection is an end like any other. A Unix socket is reset after all
     * that was sent, if it is closed with unread input, as Podman does when the container has
     * stopped.
     */
    @Override
    public int read(ByteBuffer bytes) throws IOException {
      try {
        return ahead.exhausted() ? channel.read(bytes) : ahead.read(bytes);
      } catch (SocketException e) {
        if (String.valueOf(e.getMessage()).startsWith("Connection reset")) {
          return -1;
        }
        throw e;
      }
    }

    @Override
    public boolean isOpen() {
      return channel.isOpen();
    }

    @Override
    public void close() throws IOException {
      try (Closeable source = upgraded.getSource()) {
        upgraded.getSink().close();
      }
    }
  }

  /** Writes to the channel; closing shuts down the output only. */
  private static final class Output extends OutputStream implements WritableByteChannel {
    private final UnixSocket socket;

    Output(UnixSocket socket) {
      this.socket = socket;
    }

    @Override
    public void write(int b) throws IOException {
      write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
      ChannelCopy.writeAll(ByteBuffer.wrap(bytes, offset, length), this);
    }

    @Override
    public int write(ByteBuffer bytes) throws IOException {
      return socket.channel().write(bytes);
    }

    @Override
    public boolean isOpen() {
      return socket.channel().isOpen();
    }

    @Override
    public void close() throws IOException {
      socket.shutdownOutput();
    }
  }
}
