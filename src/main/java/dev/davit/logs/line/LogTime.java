package dev.davit.logs.line;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Times as Unix nanoseconds, and as the API takes them. */
public final class LogTime {
  /** A second in nanoseconds. */
  public static final long SECOND = 1_000_000_000L;

  private LogTime() {}

  /** Formats a time as Unix seconds with nine decimals. */
  public static String seconds(long nanos) {
    String rest = Long.toString(SECOND + Math.floorMod(nanos, SECOND)).substring(1);
    return Math.floorDiv(nanos, SECOND) + "." + rest;
  }

  /** Formats a time as Unix seconds with nine decimals. */
  public static String seconds(Instant time) {
    return seconds(nanos(time));
  }

  /** Parses Unix seconds with up to nine decimals, as the API takes them; 0 if they are invalid. */
  public static long ofSeconds(String text) {
    try {
      return new BigDecimal(text).movePointRight(9).longValue();
    } catch (NumberFormatException e) {
      return 0;
    }
  }

  /** Returns an instant as Unix nanoseconds. */
  public static long nanos(Instant time) {
    return time.getEpochSecond() * SECOND + time.getNano();
  }

  /** Parses a time of the API; 0 if it is null, invalid, or Go's zero time. */
  public static long parse(@Nullable String text) {
    byte[] bytes = (text + " ").getBytes(UTF_8);
    TimestampReader reader = new TimestampReader();
    boolean isZero = text == null || text.startsWith("0001-");
    return isZero || reader.read(bytes, 0, bytes.length) == 0 ? 0 : reader.time();
  }
}
