package dev.davit.engine.http;

import java.net.InetSocketAddress;
import java.net.Proxy;

/**
 * A proxy between us and an engine.
 *
 * @param authorization what it is told of who we are; empty for nothing
 */
public record HttpProxy(boolean socks, String host, int port, String authorization) {

  Proxy address() {
    return new Proxy(
        socks ? Proxy.Type.SOCKS : Proxy.Type.HTTP, InetSocketAddress.createUnresolved(host, port));
  }
}
