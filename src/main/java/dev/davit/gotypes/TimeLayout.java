package dev.davit.gotypes;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;

/**
 * Formats times by a layout that contains an example, as Go's time.Format: {@code Jan 2 15:04:05
 * 2006}.
 */
final class TimeLayout {
  /** The elements of a layout; if several match, the first one in this list is used. */
  private static final List<String> PARTS =
      List.of(
          "January",
          "Jan",
          "Monday",
          "Mon",
          "MST",
          "01",
          "02",
          "03",
          "04",
          "05",
          "06",
          "002",
          "2006",
          "__2",
          "_2",
          "-07:00:00",
          "-070000",
          "-07:00",
          "-0700",
          "-07",
          "Z07:00:00",
          "Z070000",
          "Z07:00",
          "Z0700",
          "Z07",
          "15",
          "PM",
          "pm",
          "1",
          "2",
          "3",
          "4",
          "5");

  private final OffsetDateTime time;
  private final String zone;
  private final StringBuilder out = new StringBuilder();

  private TimeLayout(OffsetDateTime time, String zone) {
    this.time = time;
    this.zone = zone;
  }

  static String format(OffsetDateTime time, String zone, String layout) {
    TimeLayout shown = new TimeLayout(time, zone);
    int pos = 0;
    while (pos < layout.length()) {
      pos += shown.part(layout, pos);
    }
    return shown.out.toString();
  }

  /** Appends the element at a position of the layout; returns its length in the layout. */
  private int part(String layout, int pos) {
    int fraction = fraction(layout, pos);
    if (fraction > 0) {
      appendFraction(layout.charAt(pos), fraction, layout.charAt(pos + 1) == '9');
      return fraction + 1;
    }
    for (String part : PARTS) {
      boolean word = part.equals("Jan") || part.equals("Mon");
      int end = pos + part.length();
      boolean inWord = word && end < layout.length() && Character.isLowerCase(layout.charAt(end));
      if (layout.startsWith(part, pos) && !inWord) {
        if (part.equals("_2") && layout.startsWith("2006", pos + 1)) {
          out.append('_');
          return 1;
        }
        append(part);
        return part.length();
      }
    }
    out.append(layout.charAt(pos));
    return 1;
  }

  private void append(String part) {
    switch (part) {
      case "January" -> out.append(name(time.getMonth()));
      case "Jan" -> out.append(name(time.getMonth()), 0, 3);
      case "Monday" -> out.append(name(time.getDayOfWeek()));
      case "Mon" -> out.append(name(time.getDayOfWeek()), 0, 3);
      case "MST" -> out.append(zone);
      case "2006" -> padded(time.getYear(), 4, '0');
      case "06" -> padded(time.getYear() % 100, 2, '0');
      case "1", "01" -> padded(time.getMonthValue(), part.length(), '0');
      case "2", "02" -> padded(time.getDayOfMonth(), part.length(), '0');
      case "_2" -> padded(time.getDayOfMonth(), 2, ' ');
      case "002" -> padded(time.getDayOfYear(), 3, '0');
      case "__2" -> padded(time.getDayOfYear(), 3, ' ');
      case "15" -> padded(time.getHour(), 2, '0');
      case "3", "03" -> padded((time.getHour() + 11) % 12 + 1, part.length(), '0');
      case "4", "04" -> padded(time.getMinute(), part.length(), '0');
      case "5", "05" -> padded(time.getSecond(), part.length(), '0');
      case "PM" -> out.append(time.getHour() < 12 ? "AM" : "PM");
      case "pm" -> out.append(time.getHour() < 12 ? "am" : "pm");
      default -> offset(part);
    }
  }

  private static String name(Enum<?> constant) {
    String name = constant.name();
    return name.charAt(0) + name.substring(1).toLowerCase(Locale.ROOT);
  }

  private void padded(int value, int width, char with) {
    String digits = Integer.toString(value);
    out.repeat(with, Math.max(0, width - digits.length())).append(digits);
  }

  private void offset(String part) {
    int seconds = time.getOffset().getTotalSeconds();
    if (part.startsWith("Z") && seconds == 0) {
      out.append('Z');
      return;
    }
    out.append(seconds < 0 ? '-' : '+');
    int size = Math.abs(seconds);
    padded(size / 3600, 2, '0');
    String colon = part.indexOf(':') > 0 ? ":" : "";
    if (part.length() > 3) {
      out.append(colon);
      padded(size / 60 % 60, 2, '0');
    }
    if (part.length() > 6) {
      out.append(colon);
      padded(size % 60, 2, '0');
    }
  }

  /** Returns the number of zeros or nines after a point or comma that begins a fraction, else 0. */
  private static int fraction(String layout, int pos) {
    boolean begins = ".,".indexOf(layout.charAt(pos)) >= 0 && pos + 1 < layout.length();
    if (!begins || "09".indexOf(layout.charAt(pos + 1)) < 0) {
      return 0;
    }
    int end = pos + 1;
    while (end < layout.length() && layout.charAt(end) == layout.charAt(pos + 1)) {
      end++;
    }
    boolean digits = end < layout.length() && Character.isDigit(layout.charAt(end));
    return digits ? 0 : end - pos - 1;
  }

  private void appendFraction(char point, int length, boolean trimmed) {
    String all = Integer.toString(1_000_000_000 + time.getNano()).substring(1);
    String digits = all.substring(0, Math.min(length, 9)) + "0".repeat(Math.max(0, length - 9));
    int end = digits.length();
    while (trimmed && end > 0 && digits.charAt(end - 1) == '0') {
      end--;
    }
    if (end > 0) {
      out.append(point).append(digits, 0, end);
    }
  }
}
