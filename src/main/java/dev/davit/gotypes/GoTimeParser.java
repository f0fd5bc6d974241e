package dev.davit.gotypes;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.List;

/** Parses times as Go's time.Parse, by layouts such as {@code 2006-01-02T15:04Z07:00}. */
final class GoTimeParser {
  private static final String FRACTION = ".999999999";
  private static final List<String> ELEMENTS =
      List.of("2006", "01", "02", "15", "04", "05", FRACTION, "Z07:00");
  private static final int NANO_DIGITS = 9;

  private final String layout;
  private final String text;

  /** The UTF-8 bytes of the text, one per character, because Go counts bytes. */
  private final String bytes;

  private int pos;
  private String element = "";
  private int begin;

  private int year;
  private int month = 1;
  private int day = 1;
  private int hour;
  private int minute;
  private int second;
  private int nano;
  private int offset;

  private GoTimeParser(String layout, String text, int offset) {
    this.layout = layout;
    this.text = text;
    this.bytes = new String(text.getBytes(UTF_8), ISO_8859_1);
    this.offset = offset;
  }

  /**
   * Parses a time.
   *
   * @param offset the offset of times whose layout has none, in seconds east of Greenwich
   * @throws IllegalArgumentException if the text does not fit the layout, with Go's message
   */
  static Instant parse(String layout, String text, int offset) {
    return new GoTimeParser(layout, text, offset).parse();
  }

  private Instant parse() {
    for (int at = 0; at < layout.length(); at += element.length()) {
      element = elementAt(at);
      begin = pos;
      parseElement();
    }
    if (pos < bytes.length()) {
      throw failure(": extra text: " + quote(pos));
    }
    if (day < 1 || day > YearMonth.of(year, month).lengthOfMonth()) {
      throw outOfRange("day");
    }
    LocalDateTime time = LocalDateTime.of(year, month, day, hour, minute, second);
    return Instant.ofEpochSecond(time.toEpochSecond(ZoneOffset.UTC) - offset, nano);
  }

  private String elementAt(int at) {
    for (String name : ELEMENTS) {
      if (layout.startsWith(name, at)) {
        return name;
      }
    }
    return layout.substring(at, at + 1);
  }

  private void parseElement() {
    switch (element) {
      case "2006" -> year = parseYear();
      case "01" -> month = inRange(twoDigits(), 1, 12, "month");
      case "02" -> day = twoDigits();
      case "15" -> hour = inRange(oneOrTwoDigits(), 0, 23, "hour");
      case "04" -> minute = inRange(twoDigits(), 0, 59, "minute");
      case "05" -> {
        second = inRange(twoDigits(), 0, 59, "second");
        nano = parseFraction();
      }
      case FRACTION -> {} // parsed with the seconds, even if the layout has no fraction
      case "Z07:00" -> parseOffset();
      default -> {
        if (!isNext(element.charAt(0))) {
          throw mismatch();
        }
        pos++;
      }
    }
  }

  private int parseYear() {
    int century = twoDigits();
    return century * 100 + twoDigits();
  }

  private boolean areTwoDigits() {
    return isDigit(pos) && isDigit(pos + 1);
  }

  private int twoDigits() {
    if (!areTwoDigits()) {
      throw mismatch();
    }
    pos += 2;
    return Integer.parseInt(bytes, pos - 2, pos, 10);
  }

  private int oneOrTwoDigits() {
    if (isDigit(pos) && !isDigit(pos + 1)) {
      return bytes.charAt(pos++) - '0';
    }
    return twoDigits();
  }

  /** Parses a point or comma and its digits; ignores all digits after the ninth. */
  private int parseFraction() {
    if (!(isNext('.') || isNext(',')) || !isDigit(pos + 1)) {
      return 0;
    }
    int first = ++pos;
    while (isDigit(pos)) {
      pos++;
    }
    int end = Math.min(pos, first + NANO_DIGITS);
    return Integer.parseInt(bytes.substring(first, end) + "0".repeat(first + NANO_DIGITS - end));
  }

  /** Parses {@code Z}, or an offset of up to 24 hours and 60 minutes. */
  private void parseOffset() {
    if (isNext('Z')) {
      pos++;
      offset = 0;
      return;
    }
    if (bytes.length() - pos < "+00:00".length() || bytes.charAt(pos + 3) != ':') {
      throw mismatch();
    }
    boolean positive = isNext('+');
    boolean signed = positive || isNext('-');
    pos++;
    int hours = twoDigits();
    pos++;
    boolean tooFar = hours > 24; // reported unless the minutes are out of range as well
    int minutes = tooFar && !areTwoDigits() ? 0 : twoDigits();
    if (minutes > 60 || tooFar) {
      throw outOfRange("time zone offset " + (minutes > 60 ? "minute" : "hour"));
    }
    if (!signed) {
      throw mismatch();
    }
    int seconds = (hours * 60 + minutes) * 60;
    offset = positive ? seconds : -seconds;
  }

  private int inRange(int value, int least, int most, String name) {
    if (value < least || value > most) {
      throw outOfRange(name);
    }
    return value;
  }

  private boolean isNext(char c) {
    return pos < bytes.length() && bytes.charAt(pos) == c;
  }

  private boolean isDigit(int at) {
    return at < bytes.length() && bytes.charAt(at) >= '0' && bytes.charAt(at) <= '9';
  }

  private IllegalArgumentException mismatch() {
    String as = " as " + DurationParser.quote(layout) + ": cannot parse ";
    return failure(as + quote(begin) + " as " + DurationParser.quote(element));
  }

  private IllegalArgumentException outOfRange(String name) {
    return failure(": " + name + " out of range");
  }

  private IllegalArgumentException failure(String reason) {
    return new IllegalArgumentException("parsing time " + DurationParser.quote(text) + reason);
  }

  /**
   * Quotes the rest of the text, which begins at a character boundary because all parsed characters
   * are ASCII.
   */
  private String quote(int from) {
    return DurationParser.quote(new String(bytes.substring(from).getBytes(ISO_8859_1), UTF_8));
  }
}
