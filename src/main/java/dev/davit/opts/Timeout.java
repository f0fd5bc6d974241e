package dev.davit.opts;

import dev.davit.gotypes.DurationParser;
import java.time.Duration;

/**
 * The longest time to wait: seconds, or a Go duration such as {@code 1m30s}; 0 is for ever.
 *
 * @param text as it was typed, with the unit added where none was given
 */
public record Timeout(String text, long nanos) {
  /** Throws IllegalArgumentException with the reason. */
  public static Timeout parse(String typed) {
    boolean seconds = !typed.isEmpty() && typed.chars().allMatch(c -> c >= '0' && c <= '9');
    String text = seconds ? typed + 's' : typed;
    long nanos = DurationParser.parse(text);
    if (nanos < 0) {
      throw new IllegalArgumentException("must not be negative");
    }
    return new Timeout(text, nanos);
  }

  public Duration duration() {
    return Duration.ofNanos(nanos);
  }

  @Override
  public String toString() {
    return text;
  }
}
