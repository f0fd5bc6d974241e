package dev.davit.opts;

import java.util.Arrays;

/**
 * An IP address with the length of its network's prefix, {@code 10.1.2.3/16}, parsed and compared
 * as Go's net package does.
 *
 * @param prefix the length in bits
 */
public record Cidr(IpAddress address, int prefix) {
  /** The bits before the IPv4 address in an IPv4-mapped IPv6 address. */
  private static final int MAPPED = 96;

  /**
   * Parses an address and a length.
   *
   * @throws IllegalArgumentException with Go's message
   */
  public static Cidr parse(String text) {
    int slash = text.indexOf('/');
    IpAddress address =
        IpAddress.parse(slash < 0 ? "" : text.substring(0, slash)).orElseThrow(() -> bad(text));
    String digits = text.substring(slash + 1).replaceFirst("^0+(?=[0-9])", "");
    if (!digits.matches("[0-9]{1,3}")) {
      throw bad(text);
    }
    int prefix = Integer.parseInt(digits);
    if (prefix > address.bits()) {
      throw bad(text);
    }
    return new Cidr(address, prefix);
  }

  private static IllegalArgumentException bad(String text) {
    return new IllegalArgumentException("invalid CIDR address: " + text);
  }

  /**
   * Whether an address is in the network; a network of IPv4 addresses has IPv4-mapped IPv6
   * addresses, too.
   */
  public boolean contains(IpAddress other) {
    IpAddress network = address.masked(prefix);
    byte[] base = network.shortest();
    int bits = base.length * Byte.SIZE < network.bits() ? prefix - MAPPED : prefix;
    byte[] given = other.masked(given(other, bits)).shortest();
    return Arrays.equals(base, given);
  }

  /** The number of leading bits of another address that {@code bits} of its shortest form are. */
  private static int given(IpAddress other, int bits) {
    return other.shortest().length * Byte.SIZE < other.bits() ? bits + MAPPED : bits;
  }
}
