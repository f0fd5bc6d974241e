package dev.davit.logs.line;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The level of a line, from the least to the most severe. */
public enum Severity {
  TRACE,
  DEBUG,
  INFO,
  WARN,
  ERROR,
  FATAL;

  /**
   * Parses a level of {@code --level}.
   *
   * @throws IllegalArgumentException if the level is unknown, with the valid levels
   */
  public static Severity parse(String text) {
    Severity level = of(text);
    if (level == null) {
      throw new IllegalArgumentException(
          "valid levels are trace, debug, info, warn, error and fatal");
    }
    return level;
  }

  /** Returns the level that a word names, in any case and by common abbreviations; null if none. */
  static @Nullable Severity of(String word) {
    return switch (word.toLowerCase(Locale.ROOT)) {
      case "trace", "trc", "finest", "finer", "verbose", "vrb" -> TRACE;
      case "debug", "dbg", "fine" -> DEBUG;
      case "info", "inf", "information", "informational", "notice", "log", "config" -> INFO;
      case "warn", "warning", "wrn" -> WARN;
      case "error", "err", "eror", "severe" -> ERROR;
      case "fatal", "ftl", "critical", "crit", "panic", "alert", "emerg", "emergency" -> FATAL;
      default -> null;
    };
  }

  /** Returns the level of a number of bunyan and pino: 10 is trace, 60 is fatal. */
  static Severity ofNumber(double number) {
    return values()[(int) Math.clamp(Math.floor(number / 10) - 1, 0, 5)];
  }

  /** Returns the level of a priority of syslog: 0 is an emergency, 7 is debug. */
  static Severity ofPriority(int priority) {
    return switch (priority & 7) {
      case 0, 1, 2 -> FATAL;
      case 3 -> ERROR;
      case 4 -> WARN;
      case 5, 6 -> INFO;
      default -> DEBUG;
    };
  }
}
