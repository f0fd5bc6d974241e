package dev.davit.select;

import dev.davit.gotypes.GoInt;

/**
 * The ports of a filter: {@code 80}, {@code 80/udp}, {@code 8000-8100/tcp}.
 *
 * @param protocol {@code tcp} if none is given
 */
record PortRange(int first, int last, String protocol) {
  static PortRange parse(String text) {
    int slash = text.indexOf('/');
    String ports = slash < 0 ? text : text.substring(0, slash);
    int dash = ports.indexOf('-');
    int first = GoInt.parsePort(dash < 0 ? ports : ports.substring(0, dash));
    int last = dash < 0 ? first : GoInt.parsePort(ports.substring(dash + 1));
    return new PortRange(first, last, slash < 0 ? "tcp" : text.substring(slash + 1));
  }

  boolean contains(int port, String type) {
    return port > 0 && port >= first && port <= last && type.equals(protocol);
  }
}
