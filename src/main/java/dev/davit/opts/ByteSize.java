package dev.davit.opts;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.davit.gotypes.FloatParser;
import java.util.Locale;

/** Parses sizes such as {@code 512m}; all units are binary, {@code kb} like {@code kib}. */
public final class ByteSize {
  private static final String UNITS = "kmgtp";

  private ByteSize() {}

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
    String suffix = typed.toLowerCase(Locale.ROOT);
    if (suffix.isEmpty() || suffix.equals("b")) {
      return 1;
    }
    int power = UNITS.indexOf(suffix.charAt(0)) + 1;
    String rest = suffix.substring(1);
    if (power == 0 || !(rest.isEmpty() || rest.equals("b") || rest.equals("ib"))) {
      throw new IllegalArgumentException(
          "invalid suffix: '" + (typed.getBytes(UTF_8).length > 3 ? typed : suffix) + "'");
    }
    return Math.pow(1024, power);
  }
}
