package dev.davit.engine.socket;

import java.io.IOException;
import java.net.ProtocolFamily;
import java.net.SocketAddress;
import java.net.SocketException;
import org.newsclub.net.unix.AFAddressFamily;
import org.newsclub.net.unix.AFDatagramChannel;
import org.newsclub.net.unix.AFSelectorProvider;
import org.newsclub.net.unix.AFServerSocketChannel;
import org.newsclub.net.unix.AFSocket;
import org.newsclub.net.unix.AFSocketChannel;
import org.newsclub.net.unix.AFSocketImpl;
import org.newsclub.net.unix.AFSocketPair;
import org.newsclub.net.unix.AFSocketType;
import org.newsclub.net.unix.AFSomeSocket;
import org.newsclub.net.unix.AFVSOCKSocketAddress;

/** A vsock channel, built on the addresses and system calls of junixsocket's core. */
final class VsockChannel extends AFSocketChannel<AFVSOCKSocketAddress> {
  private static final ProtocolFamily FAMILY = () -> "VSOCK";

  private VsockChannel(AFSocket<AFVSOCKSocketAddress> socket) {
    super(socket, new Provider());
  }

  static AFSocketChannel<AFVSOCKSocketAddress> unconnected() throws IOException {
    return AFSocketChannel.open(Client::open);
  }

  /** A socket that creates this class's channel. */
  private static final class Client extends AFSocket<AFVSOCKSocketAddress> {
    private Client() throws SocketException {
      super(new Impl(), null);
    }

    static AFSocket<AFVSOCKSocketAddress> open() throws SocketException {
      return AFSocket.newInstance((descriptor, factory) -> new Client(), null);
    }

    @Override
    protected AFSocketChannel<AFVSOCKSocketAddress> newChannel() {
      return new VsockChannel(this);
    }
  }

  /** The socket implementation, with the vsock address family. */
  private static final class Impl extends AFSocketImpl<AFVSOCKSocketAddress> {
    Impl() {
      super(AFVSOCKSocketAddress.addressFamily(), null);
    }
  }

  /** A selector provider that opens client channels only. */
  private static final class Provider extends AFSelectorProvider<AFVSOCKSocketAddress> {
    @Override
    protected <Y extends AFSomeSocket> AFSocketPair<Y> newSocketPair(Y one, Y other) {
      throw new UnsupportedOperationException();
    }

    @Override
    protected AFSocket<AFVSOCKSocketAddress> newSocket() throws IOException {
      return Client.open();
    }

    @Override
    protected ProtocolFamily protocolFamily() {
      return FAMILY;
    }

    @Override
    protected AFAddressFamily<AFVSOCKSocketAddress> addressFamily() {
      return AFVSOCKSocketAddress.addressFamily();
    }

    @Override
    public AFDatagramChannel<AFVSOCKSocketAddress> openDatagramChannel() {
      throw new UnsupportedOperationException();
    }

    @Override
    public AFDatagramChannel<AFVSOCKSocketAddress> openDatagramChannel(AFSocketType type) {
      throw new UnsupportedOperationException();
    }

    @Override
    public AFServerSocketChannel<AFVSOCKSocketAddress> openServerSocketChannel() {
      throw new UnsupportedOperationException();
    }

    @Override
    public AFServerSocketChannel<AFVSOCKSocketAddress> openServerSocketChannel(SocketAddress at) {
      throw new UnsupportedOperationException();
    }

    @Override
    public AFSocketChannel<AFVSOCKSocketAddress> openSocketChannel(SocketAddress address)
        throws IOException {
      AFSocketChannel<AFVSOCKSocketAddress> channel = VsockChannel.unconnected();
      channel.connect(address);
      return channel;
    }
  }
}
