package dev.davit.opts;

import dev.davit.gotypes.DurationParser;

/**
 * How long to wait at most: seconds, or a Go duration such as {@code 1m30s}.
 *
 * @param text as it was typed, a unit added where there was none
 */
public record WaitLimit(String text, long nanos) {
  /** Throws IllegalArgumentException with the reason. */
  public static WaitLimit parse(String typed) {
    boolean plain = !typed.isEmpty() && typed.chars().allMatch(c -> c >= '0' && c <= '9');
    String text = plain ? typed + 's' : typed;
    long nanos = DurationParser.parse(text);
    if (nanos < 0) {
      throw new IllegalArgumentException("must not be negative");
    }
    return new WaitLimit(text, nanos);
  }

  @Override
  public String toString() {
    return text;
  }
}
