package dev.davit.engine;

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
import org.newsclub.net.unix.AFUNIXSocketAddress;
import org.newsclub.net.unix.AFUNIXSocketChannel;

/**
 * A {@link Socket} over a Unix domain {@link SocketChannel}, which OkHttp can use like any other.
 *
 * <p>The channel is junixsocket's where its native library lies installed (the property {@value
 * #LIBRARY_PROPERTY} names the file), else the JDK's own: junixsocket would otherwise unpack its
 * library into a temporary folder at every start. {@code AFUNIXSocket} itself can't be used: its
 * {@code shutdownOutput} fails on a current JDK, and the end of standard input would be lost.
 */
final class UnixSocket extends Socket {
  static final String LIBRARY_PROPERTY = "org.newsclub.net.unix.library.override";

  /** A constant, so that the native binary, which has the JDK's channel built in, is without it. */
  private static final boolean JUNIXSOCKET = System.getProperty(LIBRARY_PROPERTY) != null;

  private final Path path;
  private final SocketChannel channel;
  private final ChannelInput input = new ChannelInput();
  private final ChannelOutput output = new ChannelOutput();
  private int soTimeout;
  private boolean inputShutdown;
  private boolean outputShutdown;

  UnixSocket(Path path) throws IOException {
    this.path = path;
    this.channel =
        JUNIXSOCKET ? Junixsocket.open() : SocketChannel.open(StandardProtocolFamily.UNIX);
  }

  /**
   * Takes back what {@code reader}, which reads from here through a buffer, has read ahead; it must
   * not be used any more. From now on every read goes to the socket, in any size.
   */
  void takeBack(Source reader) throws IOException {
    Buffer ahead = new Buffer();
    input.paused = true;
    while (reader.read(ahead, Long.MAX_VALUE) >= 0) {
      // until nothing is left but what would come from the socket
    }
    input.paused = false;
    input.ahead = ahead;
  }

  @Override
  public void connect(SocketAddress endpoint, int timeout) throws IOException {
    channel.connect(JUNIXSOCKET ? Junixsocket.address(path) : UnixDomainSocketAddress.of(path));
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
    outputShutdown = true;
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

  @Override
  public boolean isOutputShutdown() {
    return outputShutdown;
  }

  @Override
  public void setSoTimeout(int timeout) {
    soTimeout = timeout;
  }

  @Override
  public int getSoTimeout() {
    return soTimeout;
  }

  @Override
  public void setTcpNoDelay(boolean on) {
    // a Unix socket has no such delay
  }

  private final class ChannelInput extends InputStream {
    /** While it is, this seems to be at its end. */
    private boolean paused;

    private Buffer ahead = new Buffer();

    @Override
    public int read() throws IOException {
      byte[] one = new byte[1];
      return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
      if (!ahead.exhausted()) {
        return ahead.read(bytes, offset, length);
      }
      if (paused) {
        return -1;
      }
      if (soTimeout > 0) {
        awaitInput();
      }
      return channel.read(ByteBuffer.wrap(bytes, offset, length));
    }

    /** OkHttp sets a timeout of 1 ms to learn whether an idle connection is still alive. */
    private void awaitInput() throws IOException {
      try (Selector selector = channel.provider().openSelector()) {
        channel.configureBlocking(false);
        SelectionKey key = channel.register(selector, SelectionKey.OP_READ);
        int ready = selector.select(soTimeout);
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
    @Override
    public void write(int b) throws IOException {
      write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
      ByteBuffer buffer = ByteBuffer.wrap(bytes, offset, length);
      while (buffer.hasRemaining()) {
        channel.write(buffer);
      }
    }

    @Override
    public void close() throws IOException {
      UnixSocket.this.close();
    }
  }

  /** A class of its own, so that the library's classes are loaded only where they are used. */
  private static final class Junixsocket {
    static SocketChannel open() throws IOException {
      return AFUNIXSocketChannel.open();
    }

    static SocketAddress address(Path path) throws IOException {
      return AFUNIXSocketAddress.of(path);
    }
  }
}
