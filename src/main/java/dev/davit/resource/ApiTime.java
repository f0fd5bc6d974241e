package dev.davit.resource;

import dev.davit.format.Units;
import dev.davit.gotypes.GoSchema;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;

/** A time in RFC 3339, as the API has it; an empty text is Go's zero time. */
public record ApiTime(String text) {
  private static final String ZERO = "0001-01-01T00:00:00Z";
  private static final GoSchema TIMES = GoSchema.parse("");

  /** Returns the time; Go's zero time for a text that is not a time. */
  public Instant instant() {
    try {
      return OffsetDateTime.parse(text).toInstant();
    } catch (DateTimeParseException e) {
      return Instant.parse(ZERO);
    }
  }

  /** Returns the age: {@code 3 days ago}. */
  String ago(InstantSource clock) {
    return Units.age(Duration.between(instant(), clock.instant())) + " ago";
  }

  /** Returns the time as Go prints it; a text that is not a time is returned unchanged. */
  String shown() {
    try {
      return String.valueOf(TIMES.value("time", text));
    } catch (IllegalArgumentException e) {
      return text;
    }
  }
}
