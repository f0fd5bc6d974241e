package dev.davit.value;

import java.util.Locale;

/** A size such as {@code 512m}: all units are binary, whatever they are called. */
public final class ByteSize {
  private static final String UNITS = "kmgtp";

  private ByteSize() {}

  /** Bytes. */
  public static Long parse(String text) {
    int last = lastOf(text);
    if (last < 0) {
      throw new IllegalArgumentException("invalid size: '" + text + "'");
    }
    String number = text.substring(0, text.charAt(last) == ' ' ? last : last + 1);
    double size = number(number);
    if (size < 0) {
      throw new IllegalArgumentException("invalid size: '" + text + "'");
    }
    return (long) (size * unit(text.substring(last + 1)));
  }

  /** Bytes, or -1 for no limit. */
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

  private static double number(String text) {
    String digits = text.replaceAll("(?<=\\d)_(?=\\d)", "");
    // Java would take spaces, a hex float and a type suffix too
    boolean plain =
        !digits.isEmpty() && digits.chars().allMatch(c -> "0123456789.eE+-".indexOf(c) >= 0);
    try {
      if (plain) {
        double value = Double.parseDouble(digits);
        if (Double.isInfinite(value)) {
          throw GoInt.outOfRange("ParseFloat", text);
        }
        return value;
      }
    } catch (NumberFormatException e) {
      // said below
    }
    throw GoInt.invalid("ParseFloat", text);
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
          "invalid suffix: '" + (typed.length() > 3 ? typed : suffix) + "'");
    }
    return Math.pow(1024, power);
  }
}
