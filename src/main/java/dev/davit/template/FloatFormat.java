package dev.davit.template;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/**
 * Formats floating-point numbers as strconv.FormatFloat; precision -1 is the shortest exact form.
 */
final class FloatFormat {
  private static final int MANTISSA_BITS = 52;
  private static final int MANTISSA_DIGITS = 13;

  /** The implicit leading bit of a double's mantissa. */
  private static final long HIDDEN_BIT = 1L << MANTISSA_BITS;

  private FloatFormat() {}

  /** Formats with verb e, f or g. */
  static String format(double value, char verb, int precision) {
    if (Double.isNaN(value)) {
      return "NaN";
    }
    boolean negative = isNegative(value);
    if (Double.isInfinite(value)) {
      return negative ? "-Inf" : "+Inf";
    }
    return (negative ? "-" : "") + magnitude(Math.abs(value), verb, precision);
  }

  /** Whether a value is negative; true for -0. */
  private static boolean isNegative(double value) {
    return value < 0 || 1 / value < 0;
  }

  /** Formats with {@code %x}: a hexadecimal fraction and a binary exponent. */
  static String hex(double value, int precision) {
    if (!Double.isFinite(value)) {
      return format(value, 'g', -1);
    }
    String sign = isNegative(value) ? "-" : "";
    long mantissa = mantissa(value);
    int exponent = exponent(value);
    if (mantissa != 0) { // one bit before the point
      int shift = Long.numberOfLeadingZeros(mantissa) - Long.numberOfLeadingZeros(HIDDEN_BIT);
      mantissa <<= shift;
      exponent += MANTISSA_BITS - shift;
    } else {
      exponent = 0;
    }
    if (precision >= 0 && precision < MANTISSA_DIGITS) {
      BigDecimal unit = BigDecimal.valueOf(1L << (MANTISSA_DIGITS - precision) * 4);
      mantissa =
          BigDecimal.valueOf(mantissa)
              .divide(unit, 0, RoundingMode.HALF_EVEN)
              .multiply(unit)
              .longValueExact();
      if (mantissa >= 2 * HIDDEN_BIT) {
        mantissa >>= 1;
        exponent++;
      }
    }
    String digits = Long.toHexString(HIDDEN_BIT | mantissa % HIDDEN_BIT).substring(1);
    int shown = precision < 0 ? digits.replaceFirst("0+$", "").length() : precision;
    String fraction =
        (digits + "0".repeat(Math.max(0, shown - digits.length()))).substring(0, shown);
    return sign
        + "0x"
        + mantissa / HIDDEN_BIT
        + (shown == 0 ? "" : "." + fraction)
        + 'p'
        + (exponent < 0 ? '-' : '+')
        + (Math.abs(exponent) < 10 ? "0" : "")
        + Math.abs(exponent);
  }

  /** Applies {@code #}: adds the point, and for g and x all digits, six by default. */
  static String sharp(String magnitude, char verb, int precision) {
    int end = 0;
    int missing = "vgGx".indexOf(verb) < 0 ? 0 : precision < 0 ? 6 : precision;
    boolean counts = false;
    String ends = verb == 'x' || verb == 'X' ? "pP" : "eE";
    while (end < magnitude.length() && ends.indexOf(magnitude.charAt(end)) < 0) {
      char c = magnitude.charAt(end);
      counts |= c != '0' && c != '.';
      missing -= counts && c != '.' ? 1 : 0;
      end++;
    }
    String number = magnitude.substring(0, end);
    missing -= number.equals("0") ? 1 : 0;
    return number
        + (number.contains(".") ? "" : ".")
        + "0".repeat(Math.max(0, missing))
        + magnitude.substring(end);
  }

  /** Formats with {@code %b}: an integer and a binary exponent. */
  static String binary(double value) {
    if (!Double.isFinite(value)) {
      return format(value, 'g', -1);
    }
    int exponent = exponent(value);
    String sign = isNegative(value) ? "-" : "";
    return sign + mantissa(value) + 'p' + (exponent < 0 ? "" : "+") + exponent;
  }

  /** Returns the integer whose product with two to the power of {@link #exponent} is the value. */
  private static long mantissa(double value) {
    long bits = Double.doubleToLongBits(value) & HIDDEN_BIT - 1;
    return Math.getExponent(value) < Double.MIN_EXPONENT ? bits : bits | HIDDEN_BIT;
  }

  private static int exponent(double value) {
    return Math.max(Math.getExponent(value), Double.MIN_EXPONENT) - MANTISSA_BITS;
  }

  private static String magnitude(double value, char verb, int precision) {
    boolean shortest = precision < 0;
    BigDecimal exact = shortest ? new BigDecimal(Double.toString(value)) : new BigDecimal(value);
    BigDecimal rounded =
        switch (verb) {
          case 'e' -> shortest ? exact : round(exact, precision + 1);
          case 'f' -> shortest ? exact : exact.setScale(precision, RoundingMode.HALF_EVEN);
          default -> shortest ? exact : round(exact, Math.max(precision, 1));
        };
    BigDecimal number = rounded.stripTrailingZeros();
    String digits = number.signum() == 0 ? "" : number.unscaledValue().toString();
    int point = number.signum() == 0 ? 0 : digits.length() - number.scale();
    return switch (verb) {
      case 'e' ->
          exponential(digits, point, shortest ? Math.max(0, digits.length() - 1) : precision);
      case 'f' -> plain(digits, point, shortest ? Math.max(0, digits.length() - point) : precision);
      default -> general(digits, point, shortest ? -1 : Math.max(precision, 1));
    };
  }

  private static BigDecimal round(BigDecimal value, int digits) {
    return value.round(new MathContext(digits, RoundingMode.HALF_EVEN));
  }

  private static String general(String digits, int point, int precision) {
    int limit = precision < 0 ? 6 : precision;
    if (precision > digits.length() && digits.length() >= point) {
      limit = digits.length();
    }
    int exponent = point - 1;
    if (!digits.isEmpty() && (exponent < -4 || exponent >= limit)) {
      return exponential(digits, point, digits.length() - 1);
    }
    return plain(digits, point, Math.max(0, digits.length() - point));
  }

  private static String exponential(String digits, int point, int precision) {
    StringBuilder out = new StringBuilder();
    out.append(digits.isEmpty() ? '0' : digits.charAt(0));
    if (precision > 0) {
      String rest = digits.length() > 1 ? digits.substring(1) : "";
      out.append('.').append(rest).append("0".repeat(precision - rest.length()));
    }
    int exponent = digits.isEmpty() ? 0 : point - 1;
    int size = Math.abs(exponent);
    return out.append(exponent < 0 ? "e-" : "e+")
        .append(size < 10 ? "0" : "")
        .append(size)
        .toString();
  }

  private static String plain(String digits, int point, int precision) {
    StringBuilder out = new StringBuilder();
    for (int i = 0; i < Math.max(point, 1); i++) {
      out.append(point > 0 && i < digits.length() ? digits.charAt(i) : '0');
    }
    for (int i = 0; i < precision; i++) {
      out.append(i == 0 ? "." : "");
      int at = point + i;
      out.append(at >= 0 && at < digits.length() ? digits.charAt(at) : '0');
    }
    return out.toString();
  }
}
