package dev.davit.engine;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.time.Duration;
import javax.net.ssl.SSLSocketFactory;

/** TLS sockets whose handshake must not last for ever, which OkHttp's connect timeout permits. */
final class TimedHandshakes extends SSLSocketFactory {
  private final SSLSocketFactory sockets;
  private final Duration limit;

  TimedHandshakes(SSLSocketFactory sockets, Duration limit) {
    this.sockets = sockets;
    this.limit = limit;
  }

  @Override
  public Socket createSocket(Socket socket, String host, int port, boolean autoClose)
      throws IOException {
    // OkHttp sets its own timeout once the handshake is done
    socket.setSoTimeout((int) Math.min(limit.toMillis(), Integer.MAX_VALUE));
    return sockets.createSocket(socket, host, port, autoClose);
  }

  @Override
  public String[] getDefaultCipherSuites() {
    return sockets.getDefaultCipherSuites();
  }

  @Override
  public String[] getSupportedCipherSuites() {
    return sockets.getSupportedCipherSuites();
  }

  @Override
  public Socket createSocket(String host, int port) {
    throw new UnsupportedOperationException();
  }

  @Override
  public Socket createSocket(String host, int port, InetAddress local, int localPort) {
    throw new UnsupportedOperationException();
  }

  @Override
  public Socket createSocket(InetAddress host, int port) {
    throw new UnsupportedOperationException();
  }

  @Override
  public Socket createSocket(InetAddress host, int port, InetAddress local, int localPort) {
    throw new UnsupportedOperationException();
  }
}
