package dev.davit.resource;

import dev.davit.format.Units;
import dev.davit.gotypes.LocalZone;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;

/**
 * Formats times of creation, in Unix seconds, as lists show them. Times are limited to years of
 * four digits, as a broken engine may send any number.
 */
final class CreationTime {
  /** Go's zero time. */
  static final long ZERO = Instant.parse("0001-01-01T00:00:00Z").getEpochSecond();

  private static final long LAST = Instant.parse("9999-12-31T00:00:00Z").getEpochSecond();

  private final InstantSource clock;
  private @Nullable LocalZone zone;

  CreationTime(InstantSource clock) {
    this.clock = clock;
  }

  /** Returns the age: {@code 3 days ago}. */
  String ago(long created) {
    return Units.age(Duration.between(Instant.ofEpochSecond(limited(created)), clock.instant()))
        + " ago";
  }

  /** Returns the local time in Go's format: {@code 2026-01-02 03:04:05 +0100 CET}. */
  String text(long created) {
    return zone().show(limited(created));
  }

  /** Returns the local time by RFC 3339: {@code 2026-01-02T03:04:05+01:00}. */
  String rfc3339(long created) {
    return zone().showRfc3339(limited(created));
  }

  private LocalZone zone() {
    LocalZone current = zone == null ? LocalZone.current() : zone;
    zone = current;
    return current;
  }

  /** Limits Unix seconds to years of four digits. */
  static long limited(long created) {
    return Math.clamp(created, ZERO, LAST);
  }
}
