package dev.davit.opts;

import java.util.Arrays;
import java.util.Optional;

/** An IP address of 4 or 16 bytes, parsed and formatted as Go's net package does. */
public final class IpAddress {
  private final byte[] bytes;

  private IpAddress(byte[] bytes) {
    this.bytes = bytes;
  }

  public static boolean isValid(String text) {
    return parse(text).isPresent();
  }

  /** Normalizes {@code --dns}: removes surrounding spaces and returns the shortest form. */
  public static String normalized(String text) {
    return parse(text.strip())
        .map(IpAddress::toString)
        .orElseThrow(
            () -> new IllegalArgumentException("IP address is not correctly formatted: " + text));
  }

  /** Parses an address; empty if the text is not one. */
  public static Optional<IpAddress> parse(String text) {
    byte[] bytes = text.indexOf(':') < 0 ? v4(text) : v6(text);
    return bytes.length == 0 ? Optional.empty() : Optional.of(new IpAddress(bytes));
  }

  /** Whether an address is a loopback address. */
  public static boolean isLoopback(String text) {
    return parse(text)
        .map(IpAddress::shortest)
        .filter(bytes -> bytes.length == 4 ? bytes[0] == 127 : Arrays.equals(bytes, v6("::1")))
        .isPresent();
  }

  /** Parses {@code 1.2.3.4}; empty if invalid. */
  private static byte[] v4(String text) {
    String[] parts = text.split("\\.", -1);
    byte[] bytes = new byte[parts.length == 4 ? 4 : 0];
    for (int i = 0; i < bytes.length; i++) {
      String part = parts[i];
      boolean number =
          !part.isEmpty()
              && part.length() <= 3
              && part.chars().allMatch(c -> c >= '0' && c <= '9')
              && (part.length() == 1 || part.charAt(0) != '0');
      int value = number ? Integer.parseInt(part) : 256;
      if (value > 255) {
        return new byte[0];
      }
      bytes[i] = (byte) value;
    }
    return bytes;
  }

  /** Parses eight groups of hexadecimal digits, of which {@code ::} replaces at least one. */
  private static byte[] v6(String text) {
    int gap = text.indexOf("::");
    byte[] head = groups(gap < 0 ? text : text.substring(0, gap), gap < 0);
    byte[] tail = gap < 0 ? new byte[0] : groups(text.substring(gap + 2), true);
    int length = head.length + tail.length;
    boolean broken = head.length % 2 != 0 || tail.length % 2 != 0;
    if (broken || (gap < 0 ? length != 16 : length > 14)) {
      return new byte[0];
    }
    byte[] bytes = Arrays.copyOf(head, 16);
    System.arraycopy(tail, 0, bytes, 16 - tail.length, tail.length);
    return bytes;
  }

  /**
   * Parses groups to two bytes each, and an IPv4 address at the end to four; returns an odd number
   * of bytes if invalid.
   */
  private static byte[] groups(String text, boolean atEnd) {
    String[] parts = text.isEmpty() ? new String[0] : text.split(":", -1);
    byte[] bytes = new byte[2 * parts.length + 2];
    int at = 0;
    for (int i = 0; i < parts.length; i++) {
      byte[] v4 = atEnd && i == parts.length - 1 ? v4(parts[i]) : new byte[0];
      if (v4.length == 4) {
        System.arraycopy(v4, 0, bytes, at, 4);
        at += 4;
        continue;
      }
      if (!parts[i].matches("[0-9a-fA-F]{1,4}")) {
        return new byte[1];
      }
      int group = Integer.parseInt(parts[i], 16);
      bytes[at++] = (byte) (group >> 8);
      bytes[at++] = (byte) group;
    }
    return Arrays.copyOf(bytes, at);
  }

  /** The length in bits: 32 or 128. */
  int bits() {
    return bytes.length * Byte.SIZE;
  }

  /** Returns the address with only this number of leading bits. */
  IpAddress masked(int prefix) {
    byte[] masked = bytes.clone();
    for (int i = 0; i < masked.length; i++) {
      int kept = Math.clamp(prefix - (long) i * Byte.SIZE, 0, Byte.SIZE);
      masked[i] &= (byte) (0xff00 >> kept);
    }
    return new IpAddress(masked);
  }

  /** Returns the four bytes of an IPv4-mapped IPv6 address, else all bytes. */
  byte[] shortest() {
    boolean mapped = bytes.length == 16 && bytes[10] == -1 && bytes[11] == -1;
    for (int i = 0; i < 10; i++) {
      mapped = mapped && bytes[i] == 0;
    }
    return mapped ? Arrays.copyOfRange(bytes, 12, 16) : bytes;
  }

  @Override
  public String toString() {
    byte[] all = shortest();
    if (all.length == 4) {
      return (all[0] & 0xff)
          + "."
          + (all[1] & 0xff)
          + "."
          + (all[2] & 0xff)
          + "."
          + (all[3] & 0xff);
    }
    int[] gap = longestGap(all);
    StringBuilder out = new StringBuilder();
    for (int i = 0; i < 16; i += 2) {
      if (i == gap[0]) {
        out.append("::");
        i = gap[1];
        if (i == 16) {
          break;
        }
      } else if (i > 0) {
        out.append(':');
      }
      out.append(Integer.toHexString((all[i] & 0xff) << 8 | all[i + 1] & 0xff));
    }
    return out.toString();
  }

  /** Returns the bounds of the first of the longest runs of two or more zero groups. */
  private static int[] longestGap(byte[] all) {
    int[] longest = {-1, -1};
    for (int from = 0; from < 16; from += 2) {
      int to = from;
      while (to < 16 && all[to] == 0 && all[to + 1] == 0) {
        to += 2;
      }
      if (to - from > 2 && to - from > longest[1] - longest[0]) {
        longest = new int[] {from, to};
      }
    }
    return longest;
  }
}
