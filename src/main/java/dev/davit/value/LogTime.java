package dev.davit.value;

import dev.davit.engine.GoQuote;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;

/**
 * {@code --since} and {@code --until}: a time, Unix seconds, or a duration back from now; the API
 * takes seconds with nine decimals. Mirrors moby's api/types/time.
 */
public final class LogTime {
  private LogTime() {}

  /** Unix seconds as the API takes them. */
  public static String parse(String text, InstantSource clock) {
    try {
      // docker leaves a zero without unit as it is, and drops what is less than a second
      return text.equals("0")
          ? text
          : Long.toString(clock.instant().minusNanos(GoDuration.parse(text)).getEpochSecond());
    } catch (IllegalArgumentException e) {
      return isTime(text) ? format(time(text)) : seconds(text);
    }
  }

  private static boolean isTime(String text) {
    return text.indexOf('-') > 0;
  }

  private static Instant time(String text) {
    try {
      int t = text.indexOf('T');
      if (t < 0) {
        return text.endsWith("Z")
            ? LocalDate.parse(text.substring(0, text.length() - 1))
                .atStartOfDay(ZoneOffset.UTC)
                .toInstant()
            : LocalDate.parse(text).atStartOfDay(ZoneId.systemDefault()).toInstant();
      }
      String clock = text.substring(t + 1);
      boolean zoned = clock.endsWith("Z") || clock.indexOf('+') > 0 || clock.indexOf('-') > 0;
      if (zoned && clock.length() > 5) {
        return OffsetDateTime.parse(text).toInstant();
      }
      LocalTime time =
          clock.length() == 2 ? LocalTime.of(Integer.parseInt(clock), 0) : LocalTime.parse(clock);
      return LocalDateTime.of(LocalDate.parse(text.substring(0, t)), time)
          .atZone(ZoneId.systemDefault())
          .toInstant();
    } catch (DateTimeException | NumberFormatException e) {
      throw invalid(text);
    }
  }

  /** Seconds are passed on as they are, for their fraction may have more digits than fit. */
  private static String seconds(String text) {
    String digits = text.startsWith("-") ? text.substring(1) : text;
    boolean number =
        !digits.isEmpty()
            && digits.chars().allMatch(c -> c == '.' || c >= '0' && c <= '9')
            && digits.indexOf('.') == digits.lastIndexOf('.')
            && digits.charAt(0) != '.'
            && !digits.endsWith(".");
    if (!number) {
      throw invalid(text);
    }
    return text;
  }

  private static String format(Instant instant) {
    String nanos = Integer.toString(instant.getNano());
    return instant.getEpochSecond() + "." + "0".repeat(9 - nanos.length()) + nanos;
  }

  private static IllegalArgumentException invalid(String text) {
    return new IllegalArgumentException(
        "failed to parse value as time or duration: " + GoQuote.quote(text));
  }
}
