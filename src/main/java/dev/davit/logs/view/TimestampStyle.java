package dev.davit.logs.view;

import dev.davit.gotypes.GoInt;

/** The values of {@code --timestamps}: a boolean, or the form of the times. */
public enum TimestampStyle {
  NONE,
  /** The time as docker prints it: {@code 2026-01-02T03:04:05.000000006Z}. */
  RFC3339,
  /** The time without year and time zone: {@code 01-02 03:04:05.000}. */
  SHORT,
  /** The age: {@code 5m ago}. */
  RELATIVE,
  /** The time since the line before: {@code +0.012s}. */
  DELTA;

  /** All words, for completion. */
  public static final String WORDS = "delta false relative rfc3339 short true";

  /**
   * Parses a value.
   *
   * @throws IllegalArgumentException with docker's message if it is neither a boolean nor a form
   */
  public static TimestampStyle parse(String text) {
    return switch (text) {
      case "rfc3339" -> RFC3339;
      case "short" -> SHORT;
      case "relative" -> RELATIVE;
      case "delta" -> DELTA;
      default -> GoInt.parseBool(text) ? RFC3339 : NONE;
    };
  }
}
