package dev.davit.engine.socket;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import javax.net.SocketFactory;

/** A factory of sockets that connect to a fixed address and ignore the one that they are given. */
public final class Sockets extends SocketFactory {
  private final Maker maker;

  public Sockets(Maker maker) {
    this.maker = maker;
  }

  /** Creates a socket that is not yet connected. */
  public interface Maker {
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
