package dev.davit.output;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import org.jspecify.annotations.Nullable;

/** The engine's times as values of output for programs. */
public final class OutputTime {
  /** Go's zero time, which stands for an unknown time. */
  private static final long ZERO = Instant.parse("0001-01-01T00:00:00Z").getEpochSecond();

  /** The end of the last year that RFC 3339 can express. */
  private static final long LAST = Instant.parse("9999-12-31T23:59:59Z").getEpochSecond();

  private OutputTime() {}

  /** Returns a time in Unix seconds; null for Go's zero time. */
  public static @Nullable Instant ofSeconds(long seconds) {
    return valid(Instant.ofEpochSecond(Math.clamp(seconds, ZERO, LAST)));
  }

  /** Returns a time by RFC 3339; null for Go's zero time, and for a text that is not a time. */
  public static @Nullable Instant of(@Nullable String text) {
    if (text == null || text.isEmpty()) {
      return null;
    }
    try {
      return valid(OffsetDateTime.parse(text).toInstant());
    } catch (DateTimeParseException e) {
      return null;
    }
  }

  private static @Nullable Instant valid(Instant time) {
    long seconds = time.getEpochSecond();
    return seconds <= ZERO || seconds > LAST ? null : time;
  }

  /** Returns a time as RFC 3339, and any other value unchanged. */
  static @Nullable Object text(@Nullable Object value) {
    return value instanceof Instant time ? time.toString() : value;
  }
}
