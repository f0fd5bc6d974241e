package dev.davit.gotypes;

/** Prints times of the API as Go's time.Time. */
public final class TimeText {
  private TimeText() {}

  /**
   * Converts a time by RFC 3339: {@code 2026-01-02 03:04:05.6 +0000 UTC}. Empty text is Go's zero
   * time; text that is not a time is returned unchanged.
   */
  public static String of(String json) {
    try {
      return String.valueOf(GoTime.of(json).text());
    } catch (IllegalArgumentException e) {
      return json;
    }
  }
}
