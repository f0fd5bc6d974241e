package dev.davit.format.template;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/** Floating point numbers as strconv.FormatFloat writes them; precision -1 is the shortest. */
final class GoFloat {
  private GoFloat() {}

  /** {@code verb} is e, f or g. */
  static String format(double value, char verb, int precision) {
    if (Double.isNaN(value)) {
      return "NaN";
    }
    boolean negative = value < 0 || 1 / value < 0;
    if (Double.isInfinite(value)) {
      return negative ? "-Inf" : "+Inf";
    }
    return (negative ? "-" : "") + magnitude(Math.abs(value), verb, precision);
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
