package dev.davit.logs.line;

import java.time.DateTimeException;
import java.time.LocalDate;

/**
 * Reads the timestamps that engines put before lines: RFC 3339 with up to nine decimals and a
 * blank, in UTC (Docker) or with an offset (Podman).
 */
final class TimestampReader {
  /**
   * The length of the longest timestamp: {@code 2026-01-02T03:04:05.000000006+01:00} and a blank.
   */
  static final int LONGEST = 36;

  private static final long SECOND = 1_000_000_000L;
  private static final String PATTERN = "0000-00-00T00:00:00";

  private byte[] bytes = new byte[0];
  private int at;
  private int end;
  private long time;

  /** Returns the time that was read last, in Unix nanoseconds. */
  long time() {
    return time;
  }

  /** Reads a timestamp; returns its length with the blank, or 0 if the bytes begin with none. */
  int read(byte[] from, int begin, int limit) {
    bytes = from;
    at = begin;
    end = limit;
    if (!isDateTime()) {
      return 0;
    }
    long seconds;
    try {
      seconds = seconds(begin);
    } catch (DateTimeException e) {
      return 0;
    }
    at += PATTERN.length();
    int nanos = fraction();
    int offset = offset();
    if (offset == Integer.MIN_VALUE || at >= end || bytes[at] != ' ') {
      return 0;
    }
    time = (seconds - offset) * SECOND + nanos;
    return at + 1 - begin;
  }

  private boolean isDateTime() {
    if (end - at <= PATTERN.length()) {
      return false;
    }
    for (int i = 0; i < PATTERN.length(); i++) {
      char expected = PATTERN.charAt(i);
      if (expected == '0' ? !isDigit(at + i) : bytes[at + i] != expected) {
        return false;
      }
    }
    return true;
  }

  private long seconds(int begin) {
    long day =
        LocalDate.of(number(begin) * 100 + number(begin + 2), number(begin + 5), number(begin + 8))
            .toEpochDay();
    int minutes = number(begin + 11) * 60 + number(begin + 14);
    return day * 86_400 + minutes * 60L + number(begin + 17);
  }

  private int fraction() {
    int nanos = 0;
    if (at < end && bytes[at] == '.') {
      at++;
      int unit = (int) SECOND / 10;
      for (; isDigit(at); at++) {
        nanos += (bytes[at] - '0') * unit;
        unit /= 10;
      }
    }
    return nanos;
  }

  /** Reads the offset in seconds east of Greenwich; the smallest integer if it is invalid. */
  private int offset() {
    if (at >= end || bytes[at] == 'Z') {
      at++;
      return 0;
    }
    int sign = bytes[at] == '+' ? 1 : bytes[at] == '-' ? -1 : 0;
    boolean valid =
        sign != 0
            && isDigit(at + 1)
            && isDigit(at + 2)
            && isDigit(at + 4)
            && isDigit(at + 5)
            && bytes[at + 3] == ':';
    if (!valid) {
      return Integer.MIN_VALUE;
    }
    int seconds = (number(at + 1) * 60 + number(at + 4)) * 60;
    at += 6;
    return sign * seconds;
  }

  private boolean isDigit(int index) {
    return index < end && bytes[index] >= '0' && bytes[index] <= '9';
  }

  private int number(int index) {
    return (bytes[index] - '0') * 10 + bytes[index + 1] - '0';
  }
}
