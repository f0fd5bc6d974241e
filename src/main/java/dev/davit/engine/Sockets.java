package dev.davit.engine;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import javax.net.SocketFactory;

/** Makes sockets that know by themselves where to connect, whatever address they are told. */
final class Sockets extends SocketFactory {
  private final Maker maker;

  Sockets(Maker maker) {
    this.maker = maker;
  }

  /** Makes one socket, not yet connected. */
  interface Maker {
    Socket make() throws IOException;
  }

  @Override
  public Socket createSocket() throws IOException {
    return maker.make();
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
