package dev.davit.gotypes;

import dev.davit.text.GoQuote;
import java.math.BigInteger;

/** Parses numbers and booleans as Go's strconv, with base prefixes and underscores. */
public final class GoInt {
  private static final int INT64 = 63;

  private GoInt() {}

  /** Parses as {@code strconv.ParseInt(text, 0, 64)}. */
  public static Long parseInt(String text) {
    return signed(text, 0);
  }

  /** Parses as {@code strconv.ParseInt(text, 10, 64)}. */
  public static long parseDecimal(String text) {
    return signed(text, 10);
  }

  /** Parses as {@code strconv.ParseUint(text, 0, 16)}. */
  public static Integer parseUint16(String text) {
    return unsigned(text, 0, 16).intValue();
  }

  /** Parses as {@code strconv.ParseUint(text, 0, 64)}. */
  public static BigInteger parseUint64(String text) {
    return unsigned(text, 0, 64);
  }

  /** Parses a port as {@code strconv.ParseUint(text, 10, 16)}. */
  public static Integer parsePort(String text) {
    return unsigned(text, 10, 16).intValue();
  }

  /** Parses as {@code strconv.ParseUint(text, base, bits)}. */
  public static BigInteger unsigned(String text, int base, int bits) {
    BigInteger value = digits("ParseUint", text, text, base);
    if (value.bitLength() > bits) {
      throw outOfRange("ParseUint", text);
    }
    return value;
  }

  private static long signed(String text, int base) {
    boolean negative = text.startsWith("-");
    String digits = negative || text.startsWith("+") ? text.substring(1) : text;
    BigInteger size = digits("ParseInt", text, digits, base);
    BigInteger value = negative ? size.negate() : size;
    if (value.bitLength() > INT64) {
      throw outOfRange("ParseInt", text);
    }
    return value.longValue();
  }

  /** Parses as {@code strconv.ParseBool}. */
  public static Boolean parseBool(String text) {
    return switch (text) {
      case "1", "t", "T", "true", "TRUE", "True" -> true;
      case "0", "f", "F", "false", "FALSE", "False" -> false;
      default -> throw invalid("ParseBool", text);
    };
  }

  /** Parses as {@code strconv.ParseBool}; returns another value if the text is not a boolean. */
  public static boolean boolOr(String text, boolean other) {
    try {
      return parseBool(text);
    } catch (IllegalArgumentException e) {
      return other;
    }
  }

  /** Returns the part of an error message after {@code parsing "x": }. */
  public static String reason(IllegalArgumentException refusal) {
    String message = String.valueOf(refusal.getMessage());
    return message.substring(message.lastIndexOf(": ") + 2);
  }

  /**
   * Parses digits without a sign; base 0 detects the base and allows underscores, as Go's literals
   * do.
   */
  public static BigInteger digits(String function, String text, String digits, int base) {
    if (base != 0) {
      return magnitude(function, text, digits, base);
    }
    int found = base(digits);
    String rest = digits.substring(found == 10 ? 0 : hasLetter(digits) ? 2 : 1);
    boolean misplaced =
        rest.endsWith("_") || rest.contains("__") || found == 10 && rest.startsWith("_");
    return magnitude(function, text, misplaced ? "" : rest.replace("_", ""), found);
  }

  private static BigInteger magnitude(String function, String text, String digits, int base) {
    if (digits.isEmpty()
        || !digits.chars().allMatch(c -> c < 128 && Character.digit(c, base) >= 0)) {
      throw invalid(function, text);
    }
    return new BigInteger(digits, base);
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

  private static boolean hasLetter(String digits) {
    return "xXbBoO".indexOf(digits.charAt(1)) >= 0;
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
