package dev.davit.gotypes;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Parses durations as Go's time.ParseDuration: {@code 1h2m3.5s}, {@code 300ms}, {@code -1h}. */
public final class DurationParser {
  private static final Map<String, Long> UNITS =
      Map.of(
          "ns", 1L,
          "us", 1_000L,
          "µs", 1_000L,
          "μs", 1_000L,
          "ms", 1_000_000L,
          "s", 1_000_000_000L,
          "m", 60_000_000_000L,
          "h", 3_600_000_000_000L);

  private static final List<String> LARGEST_FIRST = List.of("h", "m", "s", "ms", "us");

  /** The absolute value of the smallest duration, 2^63 nanoseconds, as an unsigned number. */
  private static final long MOST = Long.MIN_VALUE;

  private final String text;
  private final String rest;
  private int at;

  private DurationParser(String text, String rest) {
    this.text = text;
    this.rest = rest;
  }

  /** Parses a duration and returns nanoseconds. */
  public static Long parse(String text) {
    boolean negative = text.startsWith("-");
    String rest = negative || text.startsWith("+") ? text.substring(1) : text;
    if (rest.equals("0")) {
      return 0L;
    }
    long nanos = new DurationParser(text, rest).sum();
    if (negative) {
      return -nanos;
    }
    return atMost(Long.MAX_VALUE, nanos, text);
  }

  /** Formats nanoseconds in the syntax that {@link #parse} reads. */
  public static String format(long nanos) {
    for (String unit : LARGEST_FIRST) {
      long size = Objects.requireNonNull(UNITS.get(unit));
      if (nanos != 0 && nanos % size == 0) {
        return nanos / size + unit;
      }
    }
    return nanos + "ns";
  }

  private long sum() {
    if (rest.isEmpty()) {
      throw invalid(text);
    }
    long sum = 0;
    while (at < rest.length()) {
      sum = atMost(MOST, sum + part(), text);
    }
    return sum;
  }

  /** Parses a number and its unit. */
  private long part() {
    String whole = digits();
    boolean point = at < rest.length() && rest.charAt(at) == '.';
    at += point ? 1 : 0;
    String fraction = point ? digits() : "";
    if (whole.isEmpty() && fraction.isEmpty()) {
      throw invalid(text);
    }
    long number = number(whole);
    long unit = unit();
    if (Long.compareUnsigned(number, Long.divideUnsigned(MOST, unit)) > 0) {
      throw invalid(text);
    }
    return atMost(MOST, number * unit + fraction(fraction, unit), text);
  }

  private String digits() {
    int from = at;
    while (at < rest.length() && isDigit(rest.charAt(at))) {
      at++;
    }
    return rest.substring(from, at);
  }

  private long unit() {
    int from = at;
    while (at < rest.length() && !isDigit(rest.charAt(at)) && rest.charAt(at) != '.') {
      at++;
    }
    String name = rest.substring(from, at);
    if (name.isEmpty()) {
      throw new IllegalArgumentException("time: missing unit in duration " + quote(text));
    }
    Long unit = UNITS.get(name);
    if (unit == null) {
      throw new IllegalArgumentException(
          "time: unknown unit " + quote(name) + " in duration " + quote(text));
    }
    return unit;
  }

  private long number(String digits) {
    long number = 0;
    for (int i = 0; i < digits.length(); i++) {
      if (Long.compareUnsigned(number, Long.divideUnsigned(MOST, 10)) > 0) {
        throw invalid(text);
      }
      number = atMost(MOST, number * 10 + digits.charAt(i) - '0', text);
    }
    return number;
  }

  /** Computes a fraction in floating point, ignoring excess digits, as Go does. */
  private static long fraction(String digits, long unit) {
    long fraction = 0;
    double scale = 1;
    for (int i = 0; i < digits.length() && fraction <= (Long.MAX_VALUE - 9) / 10; i++) {
      fraction = fraction * 10 + digits.charAt(i) - '0';
      scale *= 10;
    }
    return (long) (fraction * (unit / scale));
  }

  private static long atMost(long most, long value, String text) {
    if (Long.compareUnsigned(value, most) > 0) {
      throw invalid(text);
    }
    return value;
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  private static IllegalArgumentException invalid(String text) {
    return new IllegalArgumentException("time: invalid duration " + quote(text));
  }

  /** Quotes a text as Go's package time does: bytes that are not ASCII are escaped one by one. */
  static String quote(String text) {
    StringBuilder out = new StringBuilder("\"");
    for (byte b : text.getBytes(UTF_8)) {
      if (b < ' ') {
        out.append("\\x%02x".formatted(b & 0xff));
      } else {
        out.append(b == '"' || b == '\\' ? "\\" : "").append((char) b);
      }
    }
    return out.append('"').toString();
  }
}
