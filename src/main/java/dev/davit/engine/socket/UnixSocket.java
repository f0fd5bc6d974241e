package dev.davit.engine.socket;

import dev.davit.io.ChannelCopy;
import dev.davit.io.SingleByte;
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
 * A {@link Socket} over a local {@link SocketChannel}, for OkHttp.
 *
 * <p>The channel of a path is the JDK's, as junixsocket's takes 10 % more CPU time of {@code ps}.
 * Channels that the JDK lacks are opened by {@link NativeSockets}.
 */
public final class UnixSocket extends StreamSocket {
  private static final int WINDOW = 64 * 1024;

  /** Maximum number of bytes that OkHttp reads or writes at once. */
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
   * Wraps a channel that is not yet connected.
   *
   * @param address the address to connect to
   */
  UnixSocket(SocketChannel channel, SocketAddress address) {
    this.channel = channel;
    this.address = address;
  }

  /**
   * Ends OkHttp's use of the socket and returns the bytes that it has read ahead. {@code reader},
   * which reads through buffers, must not be used afterwards; all later bytes are read from {@link
   * #channel}.
   */
  public Buffer takeBack(Source reader) throws IOException {
    Buffer ahead = new Buffer();
    input.takenBack = true;
    while (reader.read(ahead, Long.MAX_VALUE) >= 0) {
      // read all buffered bytes; none come from the socket
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

  /** Reads from the channel, in large pieces while much data arrives. */
  private final class ChannelInput extends InputStream {
    /** Whether {@link #takeBack} was called, after which this stream ends. */
    private boolean takenBack;

    /** Bytes of a large read; OkHttp requests 8 KiB at a time, which would be many calls. */
    private @Nullable ByteBuffer window;

    private boolean readsFillBuffers;

    @Override
    public int read() throws IOException {
      return SingleByte.read(this);
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
      if (readsFillBuffers && length < WINDOW) {
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
      readsFillBuffers = n == length;
      return n;
    }

    private static int takeFrom(ByteBuffer window, byte[] bytes, int offset, int length) {
      int n = Math.min(length, window.remaining());
      window.get(bytes, offset, n);
      return n;
    }

    /**
     * Waits for input up to the timeout. OkHttp sets one of 1 ms to check whether an idle
     * connection is still alive.
     */
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

  /** Writes to the channel, in large pieces for long bodies. */
  private final class ChannelOutput extends OutputStream {
    /** Bytes of a long body; OkHttp sends at most 8 KiB at a time, which would be many calls. */
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
