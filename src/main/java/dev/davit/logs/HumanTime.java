package dev.davit.logs;

import dev.davit.gotypes.LocalZone;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.temporal.TemporalAdjusters;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Parses times as people write them: {@code yesterday}, {@code monday 8:00}, {@code 10:30}, {@code
 * 2026-11-01 08:00}, {@code 10 min ago}, {@code 1d12h}.
 *
 * @param now the present
 * @param zone the zone of dates and times
 */
public record HumanTime(Instant now, LocalZone zone) {
  private static final int MOST_DIGITS = 9;

  /**
   * Returns the time that a text means.
   *
   * @throws IllegalArgumentException if it has none of the forms
   */
  public Instant parse(String text) {
    if (text.startsWith(" ") || text.endsWith(" ")) {
      throw new IllegalArgumentException(text);
    }
    String words = text.replaceAll(" +", " ");
    if (words.equalsIgnoreCase("now")) {
      return now;
    }
    try {
      Instant ago = ago(words);
      return ago == null ? atDay(words) : ago;
    } catch (DateTimeException | ArithmeticException e) {
      throw new IllegalArgumentException(text, e);
    }
  }

  /** Parses {@code 1 hour 10 min ago} and {@code 1h10m}; null for another form. */
  private @Nullable Instant ago(String words) {
    String amounts = words.endsWith(" ago") ? words.substring(0, words.length() - 4) : words;
    Matcher amount =
        Pattern.compile("(\\d{1," + MOST_DIGITS + "}) ?([a-zA-Z]+) ?").matcher(amounts);
    long seconds = 0;
    int end = 0;
    while (end < amounts.length()) {
      if (!amount.find(end) || amount.start() != end) {
        return null;
      }
      seconds += Long.parseLong(amount.group(1)) * unit(amount.group(2));
      end = amount.end();
    }
    return end == 0 ? null : now.minusSeconds(seconds);
  }

  private static long unit(String name) {
    return switch (name) {
      case "s", "sec", "secs", "second", "seconds" -> 1;
      case "m", "min", "mins", "minute", "minutes" -> 60;
      case "h", "hr", "hrs", "hour", "hours" -> 3_600;
      case "d", "day", "days" -> 86_400;
      case "w", "week", "weeks" -> 7 * 86_400;
      default -> throw new DateTimeException(name);
    };
  }

  /** Parses a day, a time of day, or both. */
  private Instant atDay(String words) {
    int blank = words.indexOf(' ');
    String first = blank < 0 ? words : words.substring(0, blank);
    LocalDateTime present = local(now);
    LocalDate day = day(first, present.toLocalDate());
    if (day != null) {
      return instant(day.atTime(blank < 0 ? LocalTime.MIDNIGHT : time(words.substring(blank + 1))));
    }
    LocalDateTime today = present.toLocalDate().atTime(time(words));
    return instant(today.isAfter(present) ? today.minusDays(1) : today);
  }

  private static @Nullable LocalDate day(String typed, LocalDate today) {
    String word = typed.toLowerCase(Locale.ROOT);
    if (word.equals("today")) {
      return today;
    }
    if (word.equals("yesterday")) {
      return today.minusDays(1);
    }
    for (DayOfWeek each : DayOfWeek.values()) {
      String name = each.name().toLowerCase(Locale.ROOT);
      if (word.equals(name) || word.equals(name.substring(0, 3))) {
        return today.with(TemporalAdjusters.previousOrSame(each));
      }
    }
    return word.matches("\\d{4}-\\d\\d-\\d\\d")
        ? LocalDate.of(number(word, 0, 4), number(word, 5, 7), number(word, 8, 10))
        : null;
  }

  private static LocalTime time(String word) {
    if (!word.matches("\\d{1,2}:\\d\\d(:\\d\\d)?")) {
      throw new DateTimeException(word);
    }
    String[] parts = word.split(":", -1);
    return LocalTime.of(
        Integer.parseInt(parts[0]),
        Integer.parseInt(parts[1]),
        parts.length > 2 ? Integer.parseInt(parts[2]) : 0);
  }

  private static int number(String text, int begin, int end) {
    return Integer.parseInt(text, begin, end, 10);
  }

  private LocalDateTime local(Instant time) {
    int offset = zone.at(time.getEpochSecond()).offset();
    return LocalDateTime.ofEpochSecond(
        time.getEpochSecond() + offset, time.getNano(), ZoneOffset.UTC);
  }

  /** Returns the instant of a local time, by the offset that applies then. */
  private Instant instant(LocalDateTime local) {
    long second = local.toEpochSecond(ZoneOffset.UTC);
    int guess = zone.at(second).offset();
    return Instant.ofEpochSecond(second - zone.at(second - guess).offset());
  }
}
