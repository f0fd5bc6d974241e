package dev.davit.config;

import java.net.InetAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Hosts that are reached without a proxy: NO_PROXY by the rules of Go's httpproxy. */
final class NoProxy {
  private final List<String> entries = new ArrayList<>();

  private NoProxy() {}

  static NoProxy parse(String text) {
    NoProxy none = new NoProxy();
    for (String entry : text.split(",", -1)) {
      none.entries.add(entry.strip().toLowerCase(Locale.ROOT));
    }
    return none;
  }

  /** Whether a host is one of them; the machine itself always is. */
  boolean covers(String host, int port) {
    String name = host.toLowerCase(Locale.ROOT);
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
    if (colon >= 0 && (entry.indexOf(':') == colon || entry.charAt(colon - 1) == ']')) {
      host = entry.substring(0, colon);
      if (!entry.substring(colon + 1).equals(Integer.toString(port))) {
        return false;
      }
    }
    if (host.startsWith("[") && host.endsWith("]")) {
      host = host.substring(1, host.length() - 1);
    }
    Optional<InetAddress> literal = literal(host);
    return literal.isPresent() ? literal.equals(address) : isDomain(host, name);
  }

  /** A name stands for itself and all below it; with a dot or star in front only for these. */
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

  /** An address that is written as one; nothing is looked up. */
  private static Optional<InetAddress> literal(String text) {
    if (!text.matches("[0-9.]+|[0-9a-f.:]*:[0-9a-f.:]*")) {
      return Optional.empty();
    }
    try {
      return Optional.of(InetAddress.ofLiteral(text));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
