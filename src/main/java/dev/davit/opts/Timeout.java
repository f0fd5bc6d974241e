package dev.davit.opts;

import dev.davit.gotypes.DurationParser;
import java.time.Duration;

/** Parses timeouts: {@code 30s}, {@code 500ms}, or a number of seconds. */
public final class Timeout {
  private Timeout() {}

  /** Parses a timeout; zero means no timeout. */
  public static Duration parse(String text) {
    boolean seconds = !text.isEmpty() && text.chars().allMatch(c -> c >= '0' && c <= '9');
    long nanos = DurationParser.parse(seconds ? text + "s" : text);
    if (nanos < 0) {
      throw new IllegalArgumentException("must not be negative");
    }
    return Duration.ofNanos(nanos);
  }
}
