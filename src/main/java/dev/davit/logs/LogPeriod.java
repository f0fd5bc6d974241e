package dev.davit.logs;

import dev.davit.logs.line.LogTime;
import org.jspecify.annotations.Nullable;

/**
 * A period of a log, in Unix seconds as the API takes them.
 *
 * @param since the begin; null for the log's begin
 * @param until the end; null for none
 */
public record LogPeriod(@Nullable String since, @Nullable String until) {
  /** The period of all lines. */
  static final LogPeriod ALL = new LogPeriod(null, null);

  /** Returns the part that two periods have in common. */
  LogPeriod and(LogPeriod other) {
    String later = isBefore(since, other.since) ? other.since : since;
    String earlier = isBefore(other.until, until) ? other.until : until;
    return new LogPeriod(
        since == null ? other.since : later, until == null ? other.until : earlier);
  }

  private static boolean isBefore(@Nullable String time, @Nullable String other) {
    return time != null && other != null && LogTime.ofSeconds(time) < LogTime.ofSeconds(other);
  }
}
