package dev.davit.context;

import dev.davit.text.GoCase;
import java.net.InetAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The hosts that are connected to without a proxy: NO_PROXY by the rules of Go's httpproxy. */
final class NoProxy {
  private static final String NUMBER = "(0|[1-9][0-9]{0,2})";

  /** Texts that Go may parse as an IP address; Java also parses 1.02. */
  private static final String LITERAL = NUMBER + "(\\." + NUMBER + "){3}|[0-9a-f.:]*:[0-9a-f.:]*";

  private static final int IPV4_LENGTH = 4;

  /** The number of bits before the IPv4 part of an IPv4-mapped IPv6 address. */
  private static final int IPV4_PREFIX = 96;

  private final List<String> entries = new ArrayList<>();

  private NoProxy() {}

  static NoProxy parse(String text) {
    NoProxy none = new NoProxy();
    for (String entry : text.split(",", -1)) {
      none.entries.add(GoCase.lower(entry.strip()));
    }
    return none;
  }

  /** Returns whether a host is excluded from the proxy; the local host always is. */
  boolean covers(String host, int port) {
    String name = GoCase.lower(host);
    Optional<InetAddress> address = literal(name);
    if (name.equals("localhost") || address.filter(InetAddress::isLoopbackAddress).isPresent()) {
      return true;
    }
    return entries.stream().anyMatch(entry -> covers(entry, name, address, port));
  }

  private static boolean covers(
      String entry, String name, Optional<InetAddress> address, int port) {
    if (entry.isEmpty() || entry.equals("*")) {
      return !entry.isEmpty();
    }
    int slash = entry.indexOf('/');
    if (slash > 0 && literal(entry.substring(0, slash)).isPresent()) {
      return address.isPresent() && inRange(entry, slash, address.get());
    }
    String host = entry;
    int colon = entry.lastIndexOf(':');
    if (colon > 0 && (entry.indexOf(':') == colon || entry.charAt(colon - 1) == ']')) {
      host = entry.substring(0, colon);
      String only = entry.substring(colon + 1);
      if (!only.isEmpty() && !only.equals(Integer.toString(port))) {
        return false;
      }
      // Go takes brackets with a port; without one they are a part of the name
      if (host.startsWith("[") && host.endsWith("]")) {
        host = host.substring(1, host.length() - 1);
      }
    }
    Optional<InetAddress> literal = literal(host);
    return literal.isPresent()
        ? literal.equals(address)
        : address.isEmpty() && isDomain(host, name);
  }

  /**
   * Returns whether an entry matches a name: a domain with its subdomains, or with a leading dot or
   * star only the subdomains.
   */
  private static boolean isDomain(String entry, String name) {
    String below = entry.startsWith("*.") ? entry.substring(1) : entry;
    if (below.isEmpty()) {
      return false;
    }
    return below.startsWith(".")
        ? name.endsWith(below)
        : name.equals(below) || name.endsWith("." + below);
  }

  private static boolean inRange(String entry, int slash, InetAddress address) {
    byte[] range = literal(entry.substring(0, slash)).orElseThrow().getAddress();
    byte[] bytes = address.getAddress();
    int bits;
    try {
      bits = Integer.parseInt(entry.substring(slash + 1));
      if (entry.indexOf(':') >= 0 && range.length == IPV4_LENGTH) {
        bits = Math.max(bits - IPV4_PREFIX, 0);
      }
    } catch (NumberFormatException e) {
      return false;
    }
    if (bits < 0 || bits > range.length * Byte.SIZE || range.length != bytes.length) {
      return false;
    }
    for (int i = 0; i < bits; i++) {
      int mask = 0x80 >> i % Byte.SIZE;
      if (((range[i / Byte.SIZE] ^ bytes[i / Byte.SIZE]) & mask) != 0) {
        return false;
      }
    }
    return true;
  }

  /** Parses an IP address; never resolves a host name. */
  private static Optional<InetAddress> literal(String text) {
    if (!text.matches(LITERAL)) {
      return Optional.empty();
    }
    try {
      return Optional.of(InetAddress.ofLiteral(text));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
