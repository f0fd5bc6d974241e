package dev.davit.logs.view;

import dev.davit.gotypes.LocalZone;
import dev.davit.logs.line.LogTime;
import java.time.InstantSource;
import java.time.LocalDateTime;
import java.time.ZoneOffset;

/** Formats the times that are shown before lines. */
final class Stamps {
  private static final long MILLISECOND = 1_000_000;
  private static final int MINUTE = 60;
  private static final int HOUR = 60 * MINUTE;
  private static final int DAY = 24 * HOUR;

  private final TimestampStyle style;
  private final LocalZone zone;
  private final InstantSource clock;
  private long last = Long.MIN_VALUE;

  Stamps(TimestampStyle style, LocalZone zone, InstantSource clock) {
    this.style = style;
    this.zone = zone;
    this.clock = clock;
  }

  /** Returns the text before a line of a time, with a blank; empty without times. */
  String before(long time) {
    return switch (style) {
      case NONE -> "";
      case RFC3339 ->
          zone.showRfc3339(
                  Math.floorDiv(time, LogTime.SECOND), (int) Math.floorMod(time, LogTime.SECOND))
              + ' ';
      case SHORT -> shortForm(time);
      case RELATIVE -> padded(age(time) + " ago", 7);
      case DELTA -> padded(delta(time), 9);
    };
  }

  private String shortForm(long time) {
    long second = Math.floorDiv(time, LogTime.SECOND);
    LocalDateTime local =
        LocalDateTime.ofEpochSecond(second + zone.at(second).offset(), 0, ZoneOffset.UTC);
    StringBuilder text = new StringBuilder(20);
    digits(text, local.getMonthValue(), 2).append('-');
    digits(text, local.getDayOfMonth(), 2).append(' ');
    digits(text, local.getHour(), 2).append(':');
    digits(text, local.getMinute(), 2).append(':');
    digits(text, local.getSecond(), 2).append('.');
    return digits(text, Math.floorMod(time, LogTime.SECOND) / MILLISECOND, 3)
        .append(' ')
        .toString();
  }

  private String age(long time) {
    long seconds = Math.max(0, LogTime.nanos(clock.instant()) - time) / LogTime.SECOND;
    return seconds < MINUTE
        ? seconds + "s"
        : seconds < HOUR
            ? seconds / MINUTE + "m"
            : seconds < DAY ? seconds / HOUR + "h" : seconds / DAY + "d";
  }

  private String delta(long time) {
    long millis = (last == Long.MIN_VALUE ? 0 : time - last) / MILLISECOND;
    last = time;
    long size = Math.abs(millis);
    StringBuilder text = new StringBuilder(12).append(millis < 0 ? '-' : '+');
    digits(text.append(size / 1000).append('.'), size % 1000, 3);
    return text.append('s').toString();
  }

  private static String padded(String text, int width) {
    return " ".repeat(Math.max(0, width - text.length())) + text + ' ';
  }

  private static StringBuilder digits(StringBuilder text, long value, int width) {
    String digits = Long.toString(value);
    return text.repeat('0', width - digits.length()).append(digits);
  }
}
