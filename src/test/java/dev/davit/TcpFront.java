package dev.davit;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketAddress;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.Channels;
import java.nio.channels.SocketChannel;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import javax.net.ssl.SSLException;

/**
 * A port of 127.0.0.1 that forwards to an engine and half-closes each direction like a proxy; with
 * TLS if given a {@link TlsServer}.
 */
final class TcpFront implements Closeable {
  private static final String END_OF_HEADERS = "\r\n\r\n";

  private final Optional<TlsServer> tls;
  private final boolean proxied;
  private final ServerSocket server;
  private final SocketAddress engine;
  private final Set<Closeable> connections = ConcurrentHashMap.newKeySet();

  private TcpFront(Optional<TlsServer> tls, boolean proxied, String engine) throws IOException {
    this.tls = tls;
    this.proxied = proxied;
    this.server = new ServerSocket(0, 0, InetAddress.getLoopbackAddress());
    this.engine =
        engine.startsWith("unix://")
            ? UnixDomainSocketAddress.of(Path.of(engine.substring("unix://".length())))
            : new InetSocketAddress(
                InetAddress.getLoopbackAddress(),
                Integer.parseInt(engine.substring(engine.lastIndexOf(':') + 1)));
    Thread.ofPlatform().daemon().name("front").start(this::accept);
  }

  static TcpFront plain(String engine) throws IOException {
    return new TcpFront(Optional.empty(), false, engine);
  }

  static TcpFront tls(TlsServer tls, String engine) throws IOException {
    return new TcpFront(Optional.of(tls), false, engine);
  }

  /** Starts an HTTP proxy that tunnels to a TLS server under any name. */
  static TcpFront proxy(TlsServer tls, String engine) throws IOException {
    return new TcpFront(Optional.of(tls), true, engine);
  }

  int port() {
    return server.getLocalPort();
  }

  private void accept() {
    try {
      while (true) {
        Socket client = server.accept();
        connections.add(client);
        Thread.ofPlatform().daemon().start(() -> serve(client));
      }
    } catch (IOException e) {
      // closed
    }
  }

  private void serve(Socket raw) {
    try (raw) {
      Socket client;
      try {
        if (proxied) {
          connect(raw);
        }
        client = tls.isPresent() ? tls.get().accept(raw) : raw;
      } catch (SSLException e) {
        // closing immediately with unread input would reset the connection before the alert arrives
        raw.shutdownOutput();
        raw.getInputStream().transferTo(OutputStream.nullOutputStream());
        return;
      }
      join(client);
    } catch (IOException e) {
      // one peer has disconnected
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Reads the CONNECT request and accepts it. */
  private static void connect(Socket raw) throws IOException {
    InputStream in = raw.getInputStream();
    for (int seen = 0; seen < END_OF_HEADERS.length(); ) {
      seen = in.read() == END_OF_HEADERS.charAt(seen) ? seen + 1 : 0;
    }
    raw.getOutputStream().write("HTTP/1.1 200 OK\r\n\r\n".getBytes(US_ASCII));
  }

  private void join(Socket client) throws IOException, InterruptedException {
    try (SocketChannel channel = SocketChannel.open(engine)) {
      connections.add(channel);
      InputStream in = client.getInputStream();
      OutputStream toEngine = Channels.newOutputStream(channel);
      Thread up =
          Thread.ofPlatform().daemon().start(() -> pump(in, toEngine, channel::shutdownOutput));
      pump(Channels.newInputStream(channel), client.getOutputStream(), client::shutdownOutput);
      up.join();
    }
  }

  /** The action at the end of one direction. */
  private interface HalfClose {
    void run() throws IOException;
  }

  private static void pump(InputStream in, OutputStream out, HalfClose end) {
    try {
      byte[] bytes = new byte[65536];
      for (int n = in.read(bytes); n >= 0; n = in.read(bytes)) {
        out.write(bytes, 0, n);
        out.flush();
      }
      end.run();
    } catch (IOException e) {
      // one peer has disconnected
    }
  }

  @Override
  public void close() throws IOException {
    server.close();
    for (Closeable connection : connections) {
      connection.close();
    }
  }
}
