package dev.davit.engine.http;

import java.net.InetSocketAddress;
import java.net.Proxy;

/**
 * A proxy between the client and an engine.
 *
 * @param authorization the value of Proxy-Authorization; empty to send none
 */
public record HttpProxy(boolean socks, String host, int port, String authorization) {

  Proxy address() {
    return new Proxy(
        socks ? Proxy.Type.SOCKS : Proxy.Type.HTTP, InetSocketAddress.createUnresolved(host, port));
  }
}
