package dev.davit.logs;

import dev.davit.logs.line.LineRules;

/**
 * The part of the logs that is requested.
 *
 * @param details whether lines begin with the details of {@code --log-opt}
 * @param tail the number of lines from the end of each log; -1 for all
 */
public record LogQuery(LineRules rules, boolean details, LogPeriod period, long tail) {
  /** All lines. */
  public static final long ALL = -1;

  /**
   * Parses {@code --tail} as the engine does: anything but a number, and negative numbers, stand
   * for all lines.
   */
  public static long tail(String text) {
    try {
      return Math.max(ALL, Long.parseLong(text));
    } catch (NumberFormatException e) {
      return ALL;
    }
  }

  /**
   * Whether lines from the end are counted here, as the engine counts all lines of the log.
   *
   * @param shown the period that is shown
   */
  boolean countsHere(LogPeriod shown) {
    boolean some = rules.choose() || !rules.stdout() || !rules.stderr() || shown.until() != null;
    return tail > 0 && some;
  }
}
