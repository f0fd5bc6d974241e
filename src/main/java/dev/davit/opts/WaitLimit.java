package dev.davit.opts;

import dev.davit.gotypes.DurationParser;

/**
 * A time limit for waiting: seconds, or a Go duration such as {@code 1m30s}.
 *
 * @param text the value from the command line, with a unit
 */
public record WaitLimit(String text, long nanos) {
  /**
   * Parses a limit.
   *
   * @throws IllegalArgumentException with the reason
   */
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
