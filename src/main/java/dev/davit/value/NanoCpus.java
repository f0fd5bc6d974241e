package dev.davit.value;

import java.math.BigDecimal;
import java.math.BigInteger;

/** A number of CPUs such as {@code 1.5} or {@code 1/2}, as the API counts them: in 1e-9 CPU. */
public final class NanoCpus {
  private NanoCpus() {}

  public static Long parse(String text) {
    BigDecimal[] parts = rational(text);
    BigDecimal[] nano = parts[0].movePointRight(9).divideAndRemainder(parts[1]);
    if (nano[1].signum() != 0) {
      throw new IllegalArgumentException("value is too precise");
    }
    return nano[0].toBigInteger().longValue();
  }

  private static BigDecimal[] rational(String text) {
    try {
      int slash = text.indexOf('/');
      if (slash < 0) {
        return new BigDecimal[] {new BigDecimal(text), BigDecimal.ONE};
      }
      BigDecimal over = new BigDecimal(new BigInteger(text.substring(slash + 1)));
      if (over.signum() > 0) {
        return new BigDecimal[] {new BigDecimal(new BigInteger(text.substring(0, slash))), over};
      }
    } catch (NumberFormatException e) {
      // said below
    }
    throw new IllegalArgumentException("failed to parse " + text + " as a rational number");
  }
}
