package dev.davit.value;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.davit.engine.GoQuote;
import java.math.BigDecimal;
import java.util.Map;

/** Durations as Go writes them: {@code 1h2m3.5s}, {@code 300ms}, {@code -1.5h}. */
public final class GoDuration {
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

  private GoDuration() {}

  /** Nanoseconds. */
  public static Long parse(String text) {
    boolean negative = text.startsWith("-");
    String rest = negative || text.startsWith("+") ? text.substring(1) : text;
    if (rest.equals("0")) {
      return 0L;
    }
    if (rest.isEmpty()) {
      throw invalid(text);
    }
    BigDecimal total = BigDecimal.ZERO;
    int i = 0;
    while (i < rest.length()) {
      int number = i;
      // a second point ends the number, and is no unit
      while (i < rest.length()
          && isNumeric(rest.charAt(i))
          && !(rest.charAt(i) == '.' && rest.substring(number, i).contains("."))) {
        i++;
      }
      int unit = i;
      while (i < rest.length() && !isNumeric(rest.charAt(i))) {
        i++;
      }
      total = total.add(part(text, rest.substring(number, unit), rest.substring(unit, i)));
    }
    long nanos = inRange(text, negative ? total.negate() : total);
    return nanos;
  }

  private static BigDecimal part(String text, String number, String unit) {
    if (number.isEmpty() || number.equals(".")) {
      throw invalid(text);
    }
    if (unit.isEmpty()) {
      throw new IllegalArgumentException("time: missing unit in duration " + quote(text));
    }
    Long nanos = UNITS.get(unit);
    if (nanos == null) {
      throw new IllegalArgumentException(
          "time: unknown unit " + quote(unit) + " in duration " + quote(text));
    }
    return new BigDecimal(number.endsWith(".") ? number + '0' : number)
        .multiply(BigDecimal.valueOf(nanos));
  }

  private static long inRange(String text, BigDecimal nanos) {
    try {
      return nanos.toBigInteger().longValueExact();
    } catch (ArithmeticException e) {
      throw invalid(text);
    }
  }

  private static boolean isNumeric(char c) {
    return c >= '0' && c <= '9' || c == '.';
  }

  private static IllegalArgumentException invalid(String text) {
    return new IllegalArgumentException("time: invalid duration " + quote(text));
  }

  /** Go's time package quotes by bytes. */
  private static String quote(String text) {
    StringBuilder out = new StringBuilder("\"");
    for (byte b : text.getBytes(UTF_8)) {
      int c = b & 0xff;
      if (c < ' ' || c >= 0x80) {
        out.append("\\x").append(GoQuote.hex(c, 2));
      } else {
        out.append(c == '"' || c == '\\' ? "\\" : "").append((char) c);
      }
    }
    return out.append('"').toString();
  }
}
