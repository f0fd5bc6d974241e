package dev.davit.opts;

import dev.davit.gotypes.GoInt;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Parses a number of CPUs such as {@code 1.5} or {@code 1/2} to the API's unit, 1e-9 CPU. Numbers
 * have the syntax of Go's big.Rat.
 */
public final class NanoCpus {
  private static final BigInteger NANO = BigInteger.valueOf(1_000_000_000);

  /** The largest exponent: Go rejects larger ones, and computing the power would take long. */
  private static final BigInteger MAX_EXPONENT = BigInteger.valueOf(1_000_000);

  /** Matches sign, prefix, digits, fraction, and an exponent of 10 or 2. */
  private static final Pattern DECIMAL =
      Pattern.compile("([+-]?)()([\\d_]*)(?:\\.([\\d_]*))?(?:([eEpP])([+-]?\\d+))?");

  private static final Pattern PREFIXED =
      Pattern.compile(
          "([+-]?)(0[xXbBoO])([\\da-fA-F_]*)(?:\\.([\\da-fA-F_]*))?(?:([pP])([+-]?\\d+))?");

  private NanoCpus() {}

  public static Long parse(String text) {
    BigInteger[] parts = fraction(text);
    BigInteger[] nano = parts[0].multiply(NANO).divideAndRemainder(parts[1]);
    if (nano[1].signum() != 0) {
      throw new IllegalArgumentException("value is too precise");
    }
    return nano[0].longValue();
  }

  /** Formats a number of 1e-9 CPUs in the syntax of the flag. */
  public static String format(long nano) {
    return BigDecimal.valueOf(nano, 9).stripTrailingZeros().toPlainString();
  }

  /** Parses a number to numerator and denominator. */
  private static BigInteger[] fraction(String text) {
    try {
      int slash = text.indexOf('/');
      if (slash < 0) {
        return number(text);
      }
      String over = text.substring(slash + 1);
      BigInteger divisor = GoInt.digits("", text, over, 0);
      if (divisor.signum() > 0) {
        return new BigInteger[] {integer(text.substring(0, slash)), divisor};
      }
    } catch (IllegalArgumentException e) {
      // reported below
    }
    throw new IllegalArgumentException("failed to parse " + text + " as a rational number");
  }

  private static BigInteger integer(String text) {
    boolean signed = text.startsWith("-") || text.startsWith("+");
    BigInteger size = GoInt.digits("", text, signed ? text.substring(1) : text, 0);
    return text.startsWith("-") ? size.negate() : size;
  }

  private static BigInteger[] number(String text) {
    Matcher decimal = DECIMAL.matcher(text);
    Matcher number = decimal.matches() ? decimal : PREFIXED.matcher(text);
    if (!number.matches()) {
      throw new NumberFormatException();
    }
    String fraction = Objects.requireNonNullElse(number.group(4), "");
    int power = exponent(Objects.requireNonNullElse(number.group(6), "0"));
    int base = base(number.group(2));
    BigInteger mantissa =
        new BigInteger(number.group(1) + digits(number.group(3) + fraction), base);
    BigInteger over = BigInteger.valueOf(base).pow(fraction.replace("_", "").length());
    BigInteger factor =
        BigInteger.valueOf("p".equalsIgnoreCase(number.group(5)) ? 2 : 10).pow(Math.abs(power));
    return power < 0
        ? new BigInteger[] {mantissa, over.multiply(factor)}
        : new BigInteger[] {mantissa.multiply(factor), over};
  }

  private static int exponent(String text) {
    BigInteger exponent = new BigInteger(text);
    if (exponent.abs().compareTo(MAX_EXPONENT) > 0) {
      throw new NumberFormatException();
    }
    return exponent.intValue();
  }

  private static int base(String prefix) {
    return switch (prefix) {
      case "" -> 10;
      case "0x", "0X" -> 16;
      case "0b", "0B" -> 2;
      default -> 8;
    };
  }

  private static String digits(String text) {
    if (text.startsWith("_") || text.endsWith("_") || text.contains("__")) {
      throw new NumberFormatException();
    }
    return text.replace("_", "");
  }
}
