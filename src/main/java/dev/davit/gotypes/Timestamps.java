package dev.davit.gotypes;

import dev.davit.text.GoQuote;
import java.time.Instant;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;

/**
 * Parses {@code --since} and {@code --until}: a date, with or without time and offset; a duration
 * before now; or Unix seconds. Mirrors GetTimestamp of moby's api/types/time.
 *
 * @param clock what durations are subtracted from
 * @param tz the environment variable {@code TZ}, null if unset: the zone of times without an offset
 */
public record Timestamps(InstantSource clock, @Nullable String tz) {
  /**
   * Returns Unix seconds as the API takes them, with nine decimals for a date.
   *
   * @throws IllegalArgumentException if the text has none of these forms, with docker's message
   */
  public String parse(String text) {
    Long duration = text.equals("0") ? null : duration(text);
    if (duration != null) {
      return Long.toString(clock.instant().plusNanos(-duration).getEpochSecond());
    }
    try {
      return format(date(text));
    } catch (IllegalArgumentException e) {
      if (text.indexOf('-') >= 0) {
        throw e;
      }
      return seconds(text);
    }
  }

  private static @Nullable Long duration(String text) {
    try {
      return DurationParser.parse(text);
    } catch (IllegalArgumentException _) {
      return null;
    }
  }

  private Instant date(String text) {
    boolean utc = containsAny(text, "zZ");
    boolean local = !utc && text.indexOf('+') < 0 && count(text, '-') != 3;
    int colons = count(text, ':') - (local || utc ? 0 : 1);
    String layout = layout(text, colons);
    return local
        ? GoTimeParser.parse(layout, text, offset())
        : GoTimeParser.parse(layout + "Z07:00", text, 0);
  }

  private static String layout(String text, int colons) {
    if (text.indexOf('.') >= 0) {
      return "2006-01-02T15:04:05.999999999";
    }
    if (text.indexOf('T') < 0) {
      return "2006-01-02";
    }
    return colons <= 0 ? "2006-01-02T15" : colons == 1 ? "2006-01-02T15:04" : "2006-01-02T15:04:05";
  }

  /**
   * Returns the current local offset, which docker uses for dates of the other half of the year as
   * well.
   */
  private int offset() {
    return LocalZone.of(tz).at(clock.instant().getEpochSecond()).offset();
  }

  /** Returns Unix seconds unchanged, including signs and decimals. */
  private static String seconds(String text) {
    try {
      int point = text.indexOf('.');
      GoInt.parseDecimal(point < 0 ? text : text.substring(0, point));
      if (point >= 0) {
        GoInt.parseDecimal(text.substring(point + 1));
      }
      return text;
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(
          "failed to parse value as time or duration: " + GoQuote.quote(text), e);
    }
  }

  private static String format(Instant instant) {
    String nanos = Integer.toString(instant.getNano());
    return instant.getEpochSecond() + "." + "0".repeat(9 - nanos.length()) + nanos;
  }

  private static boolean containsAny(String text, String characters) {
    return text.chars().anyMatch(c -> characters.indexOf(c) >= 0);
  }

  private static int count(String text, char character) {
    return (int) text.chars().filter(c -> c == character).count();
  }
}
