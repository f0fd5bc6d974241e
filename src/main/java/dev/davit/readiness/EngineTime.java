package dev.davit.readiness;

import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Times of the API, as nanoseconds since 1970; 0 is Go's zero time. */
final class EngineTime {
  private static final long SECOND = TimeUnit.SECONDS.toNanos(1);

  private EngineTime() {}

  /** Returns a time in RFC 3339; 0 if unset, zero or invalid. */
  static long nanos(@Nullable String text) {
    if (text == null || text.isEmpty()) {
      return 0;
    }
    try {
      OffsetDateTime time = OffsetDateTime.parse(text);
      return Math.max(0, time.toEpochSecond()) * SECOND + (time.getYear() > 1 ? time.getNano() : 0);
    } catch (DateTimeParseException e) {
      return 0;
    }
  }

  /** Returns Unix seconds with nine decimals, the form of {@code since} parameters. */
  static String seconds(long nanos) {
    String fraction = Long.toString(nanos % SECOND);
    return nanos / SECOND + "." + "0".repeat(9 - fraction.length()) + fraction;
  }
}
