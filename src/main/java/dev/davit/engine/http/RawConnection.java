package dev.davit.engine.http;

import dev.davit.engine.stream.EngineInput;
import dev.davit.engine.stream.HijackedStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import javax.net.ssl.SSLSocket;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;
import okio.Okio;

/** Opens connections to an engine on which the caller speaks HTTP itself. */
final class RawConnection {
  private RawConnection() {}

  /** Connects as requests do, but never through a proxy. */
  static HijackedStream open(OkHttpClient client, HttpUrl to) throws IOException {
    Socket socket = connect(client, to);
    try {
      if (to.isHttps()) {
        socket = client.sslSocketFactory().createSocket(socket, to.host(), to.port(), true);
        ((SSLSocket) socket).startHandshake();
        socket.setSoTimeout(0); // TlsSockets limits the handshake
      }
      Socket connected = socket;
      return new HijackedStream(
          new EngineInput(Okio.buffer(Okio.source(connected))),
          new Output(connected),
          () -> close(connected));
    } catch (IOException e) {
      close(socket);
      throw e;
    }
  }

  /** Connects to the first address of the host that accepts the connection. */
  private static Socket connect(OkHttpClient client, HttpUrl to) throws IOException {
    IOException failure = new IOException("no address of " + to.host());
    for (InetAddress each : client.dns().lookup(to.host())) {
      Socket socket = client.socketFactory().createSocket();
      try {
        socket.connect(new InetSocketAddress(each, to.port()), client.connectTimeoutMillis());
        return socket;
      } catch (IOException e) {
        close(socket);
        failure = e;
      }
    }
    throw failure;
  }

  private static void close(Socket socket) {
    try {
      socket.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Writes to a socket; closing shuts down the output only. */
  private static final class Output extends FilterOutputStream {
    private final Socket socket;

    Output(Socket socket) throws IOException {
      super(socket.getOutputStream());
      this.socket = socket;
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
      out.write(bytes, offset, length);
      out.flush();
    }

    @Override
    public void close() throws IOException {
      socket.shutdownOutput();
    }
  }
}
