package dev.davit.engine.socket;

import dev.davit.io.ChannelCopy;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.SocketAddress;
import java.net.SocketTimeoutException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.nio.file.Path;
import okio.Buffer;
import okio.Source;
import org.jspecify.annotations.Nullable;

/**
 * A {@link Socket} over a local {@link SocketChannel}, which OkHttp can use like any other.
 *
 * <p>The channel of a path is the JDK's: junixsocket's took 10 % more CPU time of {@code ps}. What
 * the JDK has no channel for comes from {@link NativeSockets}.
 */
public final class UnixSocket extends StreamSocket {
  private static final int WINDOW = 64 * 1024;

  /** The most that OkHttp reads or writes at once. */
  private static final int SEGMENT = 8 * 1024;

  private final SocketAddress address;
  private final SocketChannel channel;
  private final ChannelInput input = new ChannelInput();
  private final ChannelOutput output = new ChannelOutput();
  private boolean inputShutdown;

  public UnixSocket(Path path) throws IOException {
    this(SocketChannel.open(StandardProtocolFamily.UNIX), UnixDomainSocketAddress.of(path));
  }

  /**
   * Takes a channel that is not yet connected.
   *
   * @param address where it will be
   */
  UnixSocket(SocketChannel channel, SocketAddress address) {
    this.channel = channel;
    this.address = address;
  }

  /**
   * Returns what was read from here but not yet from {@code reader}, which reads through buffers;
   * it must not be used any more, and all that follows is to be read from {@link #channel}.
   */
  public Buffer takeBack(Source reader) throws IOException {
    Buffer ahead = new Buffer();
    input.takenBack = true;
    while (reader.read(ahead, Long.MAX_VALUE) >= 0) {
      // until nothing is left but what would come from the socket
    }
    return ahead;
  }

  public SocketChannel channel() {
    return channel;
  }

  @Override
  public void connect(SocketAddress endpoint, int timeout) throws IOException {
    channel.connect(address);
  }

  @Override
  public InputStream getInputStream() {
    return input;
  }

  @Override
  public OutputStream getOutputStream() {
    return output;
  }

  @Override
  public void shutdownInput() throws IOException {
    inputShutdown = true;
    channel.shutdownInput();
  }

  @Override
  public void shutdownOutput() throws IOException {
    markOutputShutdown();
    channel.shutdownOutput();
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }

  @Override
  public boolean isConnected() {
    return channel.isConnected();
  }

  @Override
  public boolean isClosed() {
    return !channel.isOpen();
  }

  @Override
  public boolean isInputShutdown() {
    return inputShutdown;
  }

  private final class ChannelInput extends InputStream {
    /** Once it is, this seems to be at its end. */
    private boolean takenBack;

    /** What came with a large read; OkHttp asks for 8 KiB at a time, which is many calls. */
    private @Nullable ByteBuffer window;

    private boolean muchIsComing;

    @Override
    public int read() throws IOException {
      byte[] one = new byte[1];
      return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
      if (window != null && window.hasRemaining()) {
        return takeFrom(window, bytes, offset, length);
      }
      if (takenBack) {
        return -1;
      }
      if (getSoTimeout() > 0) {
        awaitInput();
      }
      if (muchIsComing && length < WINDOW) {
        window = window == null ? ByteBuffer.allocateDirect(WINDOW) : window.clear();
        int n;
        try {
          n = channel.read(window);
        } finally {
          window.flip();
        }
        return n < 0 ? n : takeFrom(window, bytes, offset, length);
      }
      int n = channel.read(ByteBuffer.wrap(bytes, offset, length));
      muchIsComing = n == length;
      return n;
    }

    private static int takeFrom(ByteBuffer window, byte[] bytes, int offset, int length) {
      int n = Math.min(length, window.remaining());
      window.get(bytes, offset, n);
      return n;
    }

    /** OkHttp sets a timeout of 1 ms to learn whether an idle connection is still alive. */
    private void awaitInput() throws IOException {
      try (Selector selector = channel.provider().openSelector()) {
        channel.configureBlocking(false);
        SelectionKey key = channel.register(selector, SelectionKey.OP_READ);
        int ready = selector.select(getSoTimeout());
        key.cancel();
        selector.selectNow();
        if (ready == 0) {
          throw new SocketTimeoutException("Read timed out");
        }
      } finally {
        if (channel.isOpen()) {
          channel.configureBlocking(true);
        }
      }
    }

    @Override
    public void close() throws IOException {
      UnixSocket.this.close();
    }
  }

  private final class ChannelOutput extends OutputStream {
    /** What OkHttp sends of a long body: at most 8 KiB at a time, which would be many calls. */
    private @Nullable ByteBuffer window;

    @Override
    public void write(int b) throws IOException {
      write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
      if (window == null && length < SEGMENT || length > WINDOW) {
        flush();
        ChannelCopy.writeAll(ByteBuffer.wrap(bytes, offset, length), channel);
        return;
      }
      window = window == null ? ByteBuffer.allocateDirect(WINDOW) : window;
      if (window.remaining() < length) {
        flush();
      }
      window.put(bytes, offset, length);
    }

    @Override
    public void flush() throws IOException {
      if (window != null) {
        ChannelCopy.writeAll(window.flip(), channel);
        window.clear();
      }
    }

    @Override
    public void close() throws IOException {
      UnixSocket.this.close();
    }
  }
}
