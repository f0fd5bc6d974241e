package dev.davit.engine.tls;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.time.Duration;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;

/**
 * TLS sockets that verify the name of the server, unless nothing is verified, and limit the time of
 * the handshake, which OkHttp's connect timeout leaves out.
 */
public final class TlsSockets extends SSLSocketFactory {
  private final SSLSocketFactory sockets;
  private final Duration handshake;
  private final boolean verify;

  /**
   * @param handshake how long a handshake may wait for the server; zero for ever
   * @param verify whether the certificate of the server must be valid for its name
   */
  public TlsSockets(SSLSocketFactory sockets, Duration handshake, boolean verify) {
    this.sockets = sockets;
    this.handshake = handshake;
    this.verify = verify;
  }

  @Override
  public Socket createSocket(Socket socket, String host, int port, boolean autoClose)
      throws IOException {
    // OkHttp sets its own timeout once the handshake is done
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
