package dev.davit.engine.tls;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.time.Duration;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;

/**
 * A factory of TLS sockets that verify the server's name, unless verification is disabled, and
 * limit the time of the handshake, which OkHttp's connect timeout leaves out.
 */
public final class TlsSockets extends SSLSocketFactory {
  private final SSLSocketFactory sockets;
  private final Duration handshake;
  private final boolean verify;

  /**
   * Creates a factory on top of another one.
   *
   * @param handshake maximum time to wait for the server in a handshake; zero for no limit
   * @param verify whether the server's certificate must be valid for its name
   */
  public TlsSockets(SSLSocketFactory sockets, Duration handshake, boolean verify) {
    this.sockets = sockets;
    this.handshake = handshake;
    this.verify = verify;
  }

  @Override
  public Socket createSocket(Socket socket, String host, int port, boolean autoClose)
      throws IOException {
    // OkHttp sets its own timeout after the handshake.
    socket.setSoTimeout((int) Math.min(handshake.toMillis(), Integer.MAX_VALUE));
    SSLSocket secured = (SSLSocket) sockets.createSocket(socket, host, port, autoClose);
    if (verify) {
      SSLParameters parameters = secured.getSSLParameters();
      parameters.setEndpointIdentificationAlgorithm("HTTPS");
      secured.setSSLParameters(parameters);
    }
    return secured;
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
