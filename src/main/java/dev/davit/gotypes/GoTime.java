package dev.davit.gotypes;

import dev.davit.template.GoFunction;
import dev.davit.template.GoFunction.Param;
import dev.davit.template.GoNamed;
import dev.davit.template.GoStruct;
import dev.davit.text.GoQuote;
import java.math.BigInteger;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.temporal.TemporalAccessor;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The template's view of Go's time.Time.
 *
 * @param zone the name of the zone, known to Go for UTC and the local zone only
 * @param local whether the time is in the local zone
 * @param json the output of the {@code json} function
 */
record GoTime(OffsetDateTime time, String zone, boolean local, String json) implements GoStruct {
  private static final BigInteger SECOND = BigInteger.valueOf(GoDuration.SECOND);
  private static final String ZERO = "0001-01-01T00:00:00Z";
  private static final long ZERO_SECOND = OffsetDateTime.parse(ZERO).toEpochSecond();

  /**
   * Parses a time of the API; an empty text is Go's zero time.
   *
   * @throws IllegalArgumentException if the text is not a time
   */
  static GoNamed of(String given) {
    String json = given.isEmpty() ? ZERO : given;
    try {
      OffsetDateTime time = OffsetDateTime.parse(json);
      if (time.getOffset().equals(ZoneOffset.UTC)) {
        return new GoTime(time, "UTC", false, json).named();
      }
      LocalZone.Span ours = LocalZone.current().at(time.toEpochSecond());
      boolean local = ours.offset() == time.getOffset().getTotalSeconds();
      String zone = local ? ours.name() : formatted("xx", time);
      return new GoTime(time, zone, local, json).named();
    } catch (DateTimeParseException e) {
      throw new IllegalArgumentException(e);
    }
  }

  private GoNamed named() {
    return new GoNamed(
        typeName(),
        this,
        text(),
        GoQuote.quote(json),
        name -> {
          Object part = part(name);
          return part == null ? calculation(name) : GoFunction.of(args -> part);
        });
  }

  @Override
  public String typeName() {
    return "time.Time";
  }

  /** Returns no fields: Go's are unexported. */
  @Override
  public Map<String, @Nullable Object> fields() {
    return Map.of();
  }

  @Override
  public void json(StringBuilder out) {
    out.append(GoQuote.quote(json));
  }

  /** Returns the result of a method without parameters; null if no such method exists. */
  private @Nullable Object part(String name) {
    return switch (name) {
      case "IsZero" -> time.toEpochSecond() == ZERO_SECOND && time.getNano() == 0;
      case "IsDST" -> local && LocalZone.current().at(time.toEpochSecond()).summer();
      case "Unix" -> time.toEpochSecond();
      case "UnixMilli" -> time.toInstant().toEpochMilli();
      case "UnixMicro" -> time.toEpochSecond() * 1_000_000 + time.getNano() / 1000;
      case "UnixNano" -> time.toEpochSecond() * GoDuration.SECOND + time.getNano();
      case "Year" -> time.getYear();
      case "YearDay" -> time.getDayOfYear();
      case "Month" -> constant("time.Month", time.getMonthValue(), time.getMonth());
      case "Weekday" ->
          constant("time.Weekday", time.getDayOfWeek().getValue() % 7, time.getDayOfWeek());
      case "Day" -> time.getDayOfMonth();
      case "Hour" -> time.getHour();
      case "Minute" -> time.getMinute();
      case "Second" -> time.getSecond();
      case "Nanosecond" -> time.getNano();
      case "UTC" -> inUtc(time.toInstant());
      case "Local" -> inOurZone(time.toInstant());
      case "GoString" -> goString();
      default -> null;
    };
  }

  private static GoNamed constant(String type, int value, Enum<?> constant) {
    String name = constant.name().charAt(0) + constant.name().substring(1).toLowerCase(Locale.ROOT);
    return new GoNamed(type, value, name, null, any -> null);
  }

  private @Nullable GoFunction calculation(String name) {
    return switch (name) {
      case "Format" ->
          GoFunction.of(
              args -> TimeLayout.format(time, zone, String.valueOf(args.getFirst())), Param.STRING);
      case "Add" -> byDuration(duration -> nanos().add(duration));
      case "Round" -> byDuration(this::rounded);
      case "Truncate" ->
          byDuration(
              duration ->
                  nanos().subtract(duration.signum() > 0 ? rest(duration) : BigInteger.ZERO));
      case "AddDate" -> GoFunction.of(this::addDate, Param.INT, Param.INT, Param.INT);
      case "Sub" -> toOther(other -> GoDuration.of(clamped(nanos().subtract(other.nanos()))));
      case "Compare" -> toOther(this::compare);
      case "Equal" -> toOther(other -> compare(other) == 0);
      case "After" -> toOther(other -> compare(other) > 0);
      case "Before" -> toOther(other -> compare(other) < 0);
      default -> null;
    };
  }

  private int compare(GoTime other) {
    return nanos().compareTo(other.nanos());
  }

  /** A computation on a duration in nanoseconds or on another time. */
  private interface From<A, B> {
    B compute(A given);
  }

  private GoFunction byDuration(From<BigInteger, BigInteger> moved) {
    return GoFunction.of(
        args -> at(moved.compute(BigInteger.valueOf(GoDuration.nanos(args.getFirst())))),
        Param.DURATION);
  }

  private static GoFunction toOther(From<GoTime, Object> told) {
    return GoFunction.of(
        args -> told.compute((GoTime) ((GoNamed) Objects.requireNonNull(args.getFirst())).value()),
        Param.TIME);
  }

  /** Nanoseconds since Go's zero time, which can exceed 64 bits. */
  private BigInteger nanos() {
    return BigInteger.valueOf(time.toEpochSecond() - ZERO_SECOND)
        .multiply(SECOND)
        .add(BigInteger.valueOf(time.getNano()));
  }

  private BigInteger rest(BigInteger unit) {
    return nanos().mod(unit);
  }

  /** Rounds to the nearest multiple, halves up. */
  private BigInteger rounded(BigInteger unit) {
    if (unit.signum() <= 0) {
      return nanos();
    }
    BigInteger rest = rest(unit);
    boolean down = rest.shiftLeft(1).compareTo(unit) < 0;
    return nanos().subtract(rest).add(down ? BigInteger.ZERO : unit);
  }

  private static long clamped(BigInteger nanos) {
    if (nanos.bitLength() < Long.SIZE) {
      return nanos.longValue();
    }
    return nanos.signum() < 0 ? Long.MIN_VALUE : Long.MAX_VALUE;
  }

  private GoNamed at(BigInteger nanos) {
    BigInteger[] parts = nanos.divideAndRemainder(SECOND);
    return inSameZone(
        Instant.ofEpochSecond(parts[0].longValue() + ZERO_SECOND, parts[1].longValue()));
  }

  /** Adds years, months and days; excess days carry over to the next month, as in Go. */
  private GoNamed addDate(List<@Nullable Object> args) {
    OffsetDateTime month =
        time.withDayOfMonth(1).plusYears(number(args, 0)).plusMonths(number(args, 1));
    OffsetDateTime day = month.plusDays(time.getDayOfMonth() - 1L + number(args, 2));
    if (!local) {
      return inSameZone(day.toInstant());
    }
    int offset = LocalZone.current().at(day.toEpochSecond()).offset();
    return inOurZone(day.toLocalDateTime().toInstant(ZoneOffset.ofTotalSeconds(offset)));
  }

  private static long number(List<@Nullable Object> args, int place) {
    return args.get(place) instanceof Number number ? number.longValue() : 0;
  }

  private GoNamed inSameZone(Instant instant) {
    if (local) {
      return inOurZone(instant);
    }
    return zone.equals("UTC") ? inUtc(instant) : with(instant, time.getOffset(), zone, false);
  }

  private GoNamed inUtc(Instant instant) {
    return with(instant, ZoneOffset.UTC, "UTC", false);
  }

  private GoNamed inOurZone(Instant instant) {
    LocalZone.Span ours = LocalZone.current().at(instant.getEpochSecond());
    return with(instant, ZoneOffset.ofTotalSeconds(ours.offset()), ours.name(), true);
  }

  private GoNamed with(Instant instant, ZoneOffset offset, String name, boolean ours) {
    OffsetDateTime moved = instant.atOffset(offset);
    return new GoTime(moved, name, ours, moved.toString()).named();
  }

  private String text() {
    String fraction = GoDuration.decimal(time.getNano(), GoDuration.SECOND).substring(1);
    return formatted("uuuu-MM-dd HH:mm:ss", time) + fraction + formatted(" xx ", time) + zone;
  }

  private String goString() {
    String month = String.valueOf(constant("time.Month", time.getMonthValue(), time.getMonth()));
    String where = local ? "time.Local" : zone.equals("UTC") ? "time.UTC" : "time.Location(\"\")";
    return "time.Date("
        + time.getYear()
        + (", time." + month + ", ")
        + formatted("d, H, m, s, n, ", time)
        + where
        + ')';
  }

  private static String formatted(String pattern, TemporalAccessor time) {
    return DateTimeFormatter.ofPattern(pattern, Locale.ROOT).format(time);
  }
}
