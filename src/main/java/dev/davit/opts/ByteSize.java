package dev.davit.opts;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.davit.gotypes.FloatParser;
import dev.davit.text.GoCase;

/** Parses sizes such as {@code 512m}; all units are binary, {@code kb} like {@code kib}. */
public final class ByteSize {
  private static final String UNITS = "kmgtp";

  private ByteSize() {}

  /** The length of {@code KiB} in bytes. */
  private static final int LONGEST_SUFFIX = 3;

  /** Parses a size and returns bytes. */
  public static Long parse(String text) {
    int last = lastOf(text);
    if (last < 0) {
      throw new IllegalArgumentException("invalid size: '" + text + "'");
    }
    String number = text.substring(0, text.charAt(last) == ' ' ? last : last + 1);
    double size = FloatParser.parse(number);
    if (size < 0) {
      throw new IllegalArgumentException("invalid size: '" + text + "'");
    }
    return whole(size * unit(text.substring(last + 1)));
  }

  /** Drops the fraction; a value beyond int64 becomes its minimum, as in Go on amd64. */
  private static long whole(double size) {
    return size < 0x1p63 ? (long) size : Long.MIN_VALUE;
  }

  /** Parses a size and returns bytes, or -1 for unlimited. */
  public static Long parseOrUnlimited(String text) {
    return text.equals("-1") ? Long.valueOf(-1) : parse(text);
  }

  private static int lastOf(String text) {
    int i = text.length() - 1;
    while (i >= 0 && "0123456789. ".indexOf(text.charAt(i)) < 0) {
      i--;
    }
    return i;
  }

  private static double unit(String typed) {
    if (typed.getBytes(UTF_8).length > LONGEST_SUFFIX) {
      throw invalidSuffix(typed);
    }
    String suffix = GoCase.lower(typed);
    if (suffix.isEmpty() || suffix.equals("b")) {
      return 1;
    }
    int power = UNITS.indexOf(suffix.charAt(0)) + 1;
    String rest = suffix.substring(1);
    if (power == 0 || !(rest.isEmpty() || rest.equals("b") || rest.equals("ib"))) {
      throw invalidSuffix(suffix);
    }
    return Math.pow(1024, power);
  }

  private static IllegalArgumentException invalidSuffix(String suffix) {
    return new IllegalArgumentException("invalid suffix: '" + suffix + "'");
  }
}
