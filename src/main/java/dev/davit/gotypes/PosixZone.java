package dev.davit.gotypes;

import dev.davit.gotypes.LocalZone.Span;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.TemporalAdjusters;
import org.jspecify.annotations.Nullable;

/**
 * The rule at the end of a zone file: a POSIX TZ string such as {@code CET-1CEST,M3.5.0,M10.5.0/3}.
 */
final class PosixZone {
  private static final int HOUR = 3600;

  private final String text;
  private int pos;
  private Span winter = new Span(0, false, "");
  private @Nullable Span summer;
  private String begin = "";
  private String end = "";

  private PosixZone(String text) {
    this.text = text;
  }

  /** Parses a rule; null if the text is invalid. */
  static @Nullable PosixZone parse(String text) {
    PosixZone zone = new PosixZone(text);
    try {
      zone.read();
      return zone;
    } catch (IndexOutOfBoundsException | IllegalArgumentException | DateTimeException _) {
      return null;
    }
  }

  private void read() {
    String name = name();
    winter = new Span(-time(), false, name);
    if (pos == text.length()) {
      return;
    }
    String other = name();
    boolean offset = pos < text.length() && text.charAt(pos) != ',';
    summer = new Span(offset ? -time() : winter.offset() + HOUR, true, other);
    String[] rules =
        (pos == text.length() ? ",M3.2.0,M11.1.0" : text.substring(pos)).split(",", -1);
    begin = rules[1];
    end = rules[2];
    at(0);
  }

  private String name() {
    int begin = pos;
    boolean quoted = text.charAt(pos) == '<';
    pos++;
    while (quoted
        ? text.charAt(pos - 1) != '>'
        : pos < text.length() && Character.isLetter(text.charAt(pos))) {
      pos++;
    }
    return quoted ? text.substring(begin + 1, pos - 1) : text.substring(begin, pos);
  }

  /** Parses an offset or time of day, {@code -1} or {@code +05:30}, and returns seconds. */
  private int time() {
    int end = pos;
    while (end < text.length() && "+-:0123456789".indexOf(text.charAt(end)) >= 0) {
      end++;
    }
    String time = text.substring(pos, end);
    pos = end;
    return seconds(time);
  }

  private static int seconds(String time) {
    boolean negative = time.startsWith("-");
    String[] parts = (negative ? time.substring(1) : time).split(":", -1);
    int seconds = 0;
    for (int i = 0, unit = HOUR; i < parts.length; i++, unit /= 60) {
      seconds += Integer.parseInt(parts[i]) * unit;
    }
    return negative ? -seconds : seconds;
  }

  Span at(long second) {
    if (summer == null) {
      return winter;
    }
    int year = Instant.ofEpochSecond(second).atOffset(ZoneOffset.UTC).getYear();
    long from = change(begin, year) - winter.offset();
    long until = change(end, year) - summer.offset();
    boolean north = from <= until;
    boolean between = second >= Math.min(from, until) && second < Math.max(from, until);
    return north == between ? summer : winter;
  }

  /** Returns the time of a change in a year, in the local time before the change. */
  private static long change(String rule, int year) {
    int slash = rule.indexOf('/');
    String day = slash < 0 ? rule : rule.substring(0, slash);
    int time = slash < 0 ? 2 * HOUR : seconds(rule.substring(slash + 1));
    return date(day, year).toEpochDay() * 24 * HOUR + time;
  }

  private static LocalDate date(String day, int year) {
    LocalDate newYear = LocalDate.of(year, 1, 1);
    if (day.startsWith("M")) {
      String[] parts = day.substring(1).split("\\.", -1);
      int week = Integer.parseInt(parts[1]);
      DayOfWeek weekday = DayOfWeek.SUNDAY.plus(Integer.parseInt(parts[2]));
      LocalDate month = newYear.withMonth(Integer.parseInt(parts[0]));
      return month.with(TemporalAdjusters.dayOfWeekInMonth(week == 5 ? -1 : week, weekday));
    }
    if (day.startsWith("J")) {
      int number = Integer.parseInt(day.substring(1)); // 29 February is not counted
      return newYear.plusDays(number - (number > 59 && newYear.isLeapYear() ? 0 : 1));
    }
    return newYear.plusDays(Integer.parseInt(day));
  }
}
