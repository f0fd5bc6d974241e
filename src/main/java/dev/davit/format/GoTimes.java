package dev.davit.format;

import dev.davit.engine.GoQuote;
import dev.davit.format.template.GoFunction;
import dev.davit.format.template.GoStringer;
import dev.davit.format.template.GoStruct;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.temporal.TemporalAccessor;
import java.util.Locale;
import java.util.Map;

/** Go's time.Duration and time.Time, as templates see them. */
final class GoTimes {
  private static final long SECOND = 1_000_000_000L;
  private static final String ZERO = "0001-01-01T00:00:00Z";

  private GoTimes() {}

  /** Nanoseconds as a time.Duration. */
  static GoStringer duration(long nanos) {
    return new GoStringer(
        "time.Duration",
        nanos,
        text(nanos),
        Long.toString(nanos),
        Map.of(
            "Nanoseconds", method(nanos),
            "Microseconds", method(nanos / 1000),
            "Milliseconds", method(nanos / 1_000_000),
            "Seconds", method(whole(nanos, SECOND)),
            "Minutes", method(whole(nanos, 60 * SECOND)),
            "Hours", method(whole(nanos, 3600 * SECOND))));
  }

  private static GoFunction method(Object result) {
    return GoFunction.of(args -> result);
  }

  /** Go adds the whole part and the rest, each a floating point number. */
  private static double whole(long nanos, long unit) {
    long units = nanos / unit;
    return units + (nanos % unit) / (double) unit;
  }

  /** As Go prints it: {@code 1h1m1.5s}, {@code 1.5µs}, {@code 0s}. */
  static String text(long nanos) {
    if (nanos == 0) {
      return "0s";
    }
    String sign = nanos < 0 ? "-" : "";
    long size = Math.abs(nanos);
    if (size < SECOND) {
      String[] units = {"ns", "µs", "ms"};
      int unit = size < 1000 ? 0 : size < 1_000_000 ? 1 : 2;
      return sign + decimal(size, (long) Math.pow(1000, unit)) + units[unit];
    }
    long minutes = size / (60 * SECOND);
    String seconds = decimal(size % (60 * SECOND), SECOND) + 's';
    if (minutes == 0) {
      return sign + seconds;
    }
    return sign + (minutes < 60 ? "" : minutes / 60 + "h") + minutes % 60 + 'm' + seconds;
  }

  private static String decimal(long value, long unit) {
    StringBuilder text = new StringBuilder().append(value / unit);
    if (value % unit == 0) {
      return text.toString();
    }
    String fraction = Long.toString(unit + value % unit).substring(1);
    int end = fraction.length();
    while (fraction.charAt(end - 1) == '0') {
      end--;
    }
    return text.append('.').append(fraction, 0, end).toString();
  }

  /**
   * A time of the API as a time.Time; an empty one is Go's zero.
   *
   * @param struct the type itself, of which nothing can be seen
   * @throws IllegalArgumentException if it is none
   */
  static GoStringer time(String given, GoStruct struct) {
    String json = given.isEmpty() ? ZERO : given;
    try {
      OffsetDateTime time = OffsetDateTime.parse(json);
      return new GoStringer(
          "time.Time",
          struct,
          text(time),
          GoQuote.quote(json),
          Map.of(
              "IsZero", method(json.equals(ZERO)),
              "Unix", method(time.toEpochSecond()),
              "Year", method(time.getYear())));
    } catch (DateTimeParseException e) {
      throw new IllegalArgumentException(e);
    }
  }

  private static String text(OffsetDateTime time) {
    String fraction = decimal(time.getNano(), SECOND).substring(1);
    return formatted("uuuu-MM-dd HH:mm:ss", time) + fraction + formatted(" xx ", time) + zone(time);
  }

  /** Go knows the names of two zones: UTC, and the one that is ours. */
  private static String zone(OffsetDateTime time) {
    if (time.getOffset().equals(ZoneOffset.UTC)) {
      return "UTC";
    }
    LocalZone.Span ours = LocalZone.current().at(time.toEpochSecond());
    return ours.offset() == time.getOffset().getTotalSeconds()
        ? ours.name()
        : formatted("xx", time);
  }

  private static String formatted(String pattern, TemporalAccessor time) {
    return DateTimeFormatter.ofPattern(pattern, Locale.ROOT).format(time);
  }
}
