package dev.davit.format;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.Duration;

/** Formats sizes and ages as docker does (go-units). */
public final class Units {
  private static final String[] DECIMAL = {"B", "kB", "MB", "GB", "TB", "PB", "EB", "ZB", "YB"};
  private static final String[] BINARY = {
    "B", "KiB", "MiB", "GiB", "TiB", "PiB", "EiB", "ZiB", "YiB"
  };

  private static final Duration LONGEST = Duration.ofNanos(Long.MAX_VALUE);

  private Units() {}

  /** Formats bytes in decimal units with {@code digits} significant digits: {@code 1.98MB}. */
  public static String decimal(double bytes, int digits) {
    return scaled(bytes, 1000, digits, DECIMAL);
  }

  /** Formats bytes in binary units with four significant digits: {@code 1.5MiB}. */
  public static String binary(double bytes) {
    return scaled(bytes, 1024, 4, BINARY);
  }

  private static String scaled(double bytes, int base, int digits, String[] units) {
    double size = bytes;
    int unit = 0;
    while (size >= base && unit < units.length - 1) {
      size /= base;
      unit++;
    }
    return significant(size, digits) + units[unit];
  }

  /**
   * Formats a number of 0 to 1024 as Go's {@code %.Ng}: with more integer digits than N as a power
   * of ten.
   */
  private static String significant(double value, int digits) {
    if (value == (long) value && Long.toString((long) value).length() <= digits) {
      return Long.toString((long) value);
    }
    // rounds by the exact value of the double, as Go does: 36.445 is slightly more than that
    BigDecimal rounded =
        new BigDecimal(value).round(new MathContext(digits, RoundingMode.HALF_EVEN));
    if (rounded.precision() - rounded.scale() > digits) {
      return "1e+0" + digits;
    }
    return rounded.signum() == 0 ? "0" : rounded.stripTrailingZeros().toPlainString();
  }

  /** Formats a percentage with two decimals: {@code 12.34%}. */
  public static String percent(double value) {
    return fixed2(value) + '%';
  }

  private static String fixed2(double value) {
    return Double.isFinite(value)
        ? new BigDecimal(value).setScale(2, RoundingMode.HALF_EVEN).toPlainString()
        : Double.isNaN(value) ? "NaN" : value > 0 ? "+Inf" : "-Inf";
  }

  /** Formats an age: {@code About an hour}, {@code 3 days}; 292 years are the maximum, as in Go. */
  public static String age(Duration given) {
    Duration age = given.compareTo(LONGEST) > 0 ? LONGEST : given;
    long seconds = age.toSeconds();
    if (seconds < 1) {
      return "Less than a second";
    }
    if (seconds < 60) {
      return seconds == 1 ? "1 second" : seconds + " seconds";
    }
    long minutes = age.toMinutes();
    if (minutes < 60) {
      return minutes == 1 ? "About a minute" : minutes + " minutes";
    }
    long hours = Math.round(age.toMillis() / 3_600_000.0);
    if (hours < 48) {
      return hours == 1 ? "About an hour" : hours + " hours";
    }
    if (hours < 24 * 7 * 2) {
      return hours / 24 + " days";
    }
    if (hours < 24 * 30 * 2) {
      return hours / 24 / 7 + " weeks";
    }
    return hours < 24 * 365 * 2 ? hours / 24 / 30 + " months" : age.toHours() / 24 / 365 + " years";
  }
}
