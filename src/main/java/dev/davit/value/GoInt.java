package dev.davit.value;

import dev.davit.engine.GoQuote;

/** Numbers and booleans as Go's strconv reads them, base prefixes and underscores included. */
public final class GoInt {
  private GoInt() {}

  /** {@code strconv.ParseInt(text, 0, 64)}. */
  public static Long parseInt(String text) {
    boolean negative = text.startsWith("-");
    String digits = negative || text.startsWith("+") ? text.substring(1) : text;
    return parse("ParseInt", text, (negative ? "-" : "") + plain("ParseInt", text, digits));
  }

  /** {@code strconv.ParseUint(text, 0, 16)}. */
  public static Integer parseUint16(String text) {
    long value = parse("ParseUint", text, plain("ParseUint", text, text));
    if (value > 0xffff) {
      throw outOfRange("ParseUint", text);
    }
    return (int) value;
  }

  /** {@code strconv.ParseUint(text, 10, 16)}, for a port. */
  public static Integer parsePort(String text) {
    if (text.isEmpty() || !allDigits(text, 10)) {
      throw invalid("ParseUint", text);
    }
    long value = parse("ParseUint", text, "10:" + text);
    if (value > 0xffff) {
      throw outOfRange("ParseUint", text);
    }
    return (int) value;
  }

  /** {@code strconv.ParseBool}. */
  public static Boolean parseBool(String text) {
    return switch (text) {
      case "1", "t", "T", "true", "TRUE", "True" -> true;
      case "0", "f", "F", "false", "FALSE", "False" -> false;
      default -> throw invalid("ParseBool", text);
    };
  }

  /** The base, a colon and the digits without underscores. */
  private static String plain(String function, String text, String digits) {
    int base = base(digits);
    boolean prefixed = digits.length() > 1 && digits.charAt(0) == '0';
    String rest = !prefixed ? digits : digits.substring(base == 8 && isDigit(digits, 1) ? 1 : 2);
    if (prefixed && digits.charAt(1) == '_') {
      rest = digits.substring(1);
    }
    boolean underscoreAtEdge =
        rest.endsWith("_") || rest.contains("__") || !prefixed && rest.startsWith("_");
    String bare = rest.replace("_", "");
    if (bare.isEmpty() || underscoreAtEdge || !allDigits(bare, base)) {
      throw invalid(function, text);
    }
    return base + ":" + bare;
  }

  private static int base(String digits) {
    if (digits.length() < 2 || digits.charAt(0) != '0') {
      return 10;
    }
    return switch (digits.charAt(1)) {
      case 'x', 'X' -> 16;
      case 'b', 'B' -> 2;
      default -> 8;
    };
  }

  private static boolean isDigit(String text, int index) {
    return text.charAt(index) >= '0' && text.charAt(index) <= '9';
  }

  private static boolean allDigits(String text, int base) {
    return text.chars().allMatch(c -> c < 128 && Character.digit(c, base) >= 0);
  }

  private static long parse(String function, String text, String plain) {
    boolean negative = plain.startsWith("-");
    int colon = plain.indexOf(':');
    int base = Integer.parseInt(plain, negative ? 1 : 0, colon, 10);
    try {
      return Long.parseLong((negative ? "-" : "") + plain.substring(colon + 1), base);
    } catch (NumberFormatException e) {
      throw outOfRange(function, text);
    }
  }

  static IllegalArgumentException invalid(String function, String text) {
    return new IllegalArgumentException(
        "strconv." + function + ": parsing " + GoQuote.quote(text) + ": invalid syntax");
  }

  static IllegalArgumentException outOfRange(String function, String text) {
    return new IllegalArgumentException(
        "strconv." + function + ": parsing " + GoQuote.quote(text) + ": value out of range");
  }
}
