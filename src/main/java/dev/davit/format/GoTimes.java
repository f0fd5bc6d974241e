package dev.davit.format;

import dev.davit.engine.GoQuote;
import dev.davit.format.template.GoFunction;
import dev.davit.format.template.GoFunction.Param;
import dev.davit.format.template.GoNamed;
import dev.davit.format.template.GoStruct;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.temporal.TemporalAccessor;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Go's time.Duration and time.Time, as templates see them. */
final class GoTimes {
  private static final long SECOND = 1_000_000_000L;
  private static final String ZERO = "0001-01-01T00:00:00Z";

  private GoTimes() {}

  /** Nanoseconds as a time.Duration. */
  static GoNamed duration(long nanos) {
    return new GoNamed(
        "time.Duration", nanos, text(nanos), Long.toString(nanos), name -> method(nanos, name));
  }

  private static @Nullable GoFunction method(long nanos, String name) {
    return switch (name) {
      case "Abs" -> GoFunction.of(args -> duration(Math.abs(nanos)));
      case "Nanoseconds" -> GoFunction.of(args -> nanos);
      case "Microseconds" -> GoFunction.of(args -> nanos / 1000);
      case "Milliseconds" -> GoFunction.of(args -> nanos / 1_000_000);
      case "Seconds" -> GoFunction.of(args -> whole(nanos, SECOND));
      case "Minutes" -> GoFunction.of(args -> whole(nanos, 60 * SECOND));
      case "Hours" -> GoFunction.of(args -> whole(nanos, 3600 * SECOND));
      case "Round" ->
          GoFunction.of(args -> duration(rounded(nanos, nanos(args.getFirst()))), Param.DURATION);
      case "Truncate" ->
          GoFunction.of(
              args -> duration(nanos - remainder(nanos, nanos(args.getFirst()))), Param.DURATION);
      default -> null;
    };
  }

  private static long nanos(@Nullable Object duration) {
    return (Long)
        (duration instanceof GoNamed named ? named.value() : Objects.requireNonNull(duration));
  }

  private static long remainder(long nanos, long unit) {
    return unit <= 0 ? 0 : nanos % unit;
  }

  /** To the nearest multiple, halves away from zero. */
  private static long rounded(long nanos, long unit) {
    long rest = remainder(nanos, unit);
    long away = Math.abs(rest) * 2 < unit || unit <= 0 ? 0 : nanos < 0 ? -unit : unit;
    return nanos - rest + away;
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
  static GoNamed time(String given, GoStruct struct) {
    String json = given.isEmpty() ? ZERO : given;
    try {
      return time(OffsetDateTime.parse(json), json, struct);
    } catch (DateTimeParseException e) {
      throw new IllegalArgumentException(e);
    }
  }

  private static GoNamed time(OffsetDateTime time, String json, GoStruct struct) {
    return new GoNamed(
        "time.Time",
        struct,
        text(time),
        GoQuote.quote(json),
        name -> {
          Object part = part(time, name);
          return part == null ? method(time, name, struct) : GoFunction.of(args -> part);
        });
  }

  /** What a method without parameters tells of a time; null if there is none of the name. */
  private static @Nullable Object part(OffsetDateTime time, String name) {
    return switch (name) {
      case "IsZero" -> time.toInstant().equals(OffsetDateTime.parse(ZERO).toInstant());
      case "Unix" -> time.toEpochSecond();
      case "UnixMilli" -> time.toInstant().toEpochMilli();
      case "UnixMicro" -> time.toEpochSecond() * 1_000_000 + time.getNano() / 1000;
      case "UnixNano" -> time.toEpochSecond() * SECOND + time.getNano();
      case "Year" -> time.getYear();
      case "YearDay" -> time.getDayOfYear();
      case "Month" -> named("time.Month", time.getMonthValue(), time.getMonth());
      case "Weekday" ->
          named("time.Weekday", time.getDayOfWeek().getValue() % 7, time.getDayOfWeek());
      case "Day" -> time.getDayOfMonth();
      case "Hour" -> time.getHour();
      case "Minute" -> time.getMinute();
      case "Second" -> time.getSecond();
      case "Nanosecond" -> time.getNano();
      default -> null;
    };
  }

  private static GoNamed named(String type, int value, Enum<?> constant) {
    String name = constant.name().charAt(0) + constant.name().substring(1).toLowerCase(Locale.ROOT);
    return new GoNamed(type, value, name, null, any -> null);
  }

  private static @Nullable GoFunction method(OffsetDateTime time, String name, GoStruct struct) {
    return switch (name) {
      case "UTC" ->
          GoFunction.of(
              args -> {
                OffsetDateTime utc = time.withOffsetSameInstant(ZoneOffset.UTC);
                return time(utc, utc.toString(), struct);
              });
      case "Format" ->
          GoFunction.of(
              args -> TimeLayout.format(time, zone(time), String.valueOf(args.getFirst())),
              Param.STRING);
      default -> null;
    };
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
