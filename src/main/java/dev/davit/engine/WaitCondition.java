package dev.davit.engine;

import java.util.Locale;

/** The condition of {@code POST /containers/{id}/wait}. */
public enum WaitCondition {
  NOT_RUNNING,
  NEXT_EXIT,
  REMOVED;

  /**
   * Parses the API's spelling.
   *
   * @throws IllegalArgumentException with a list of the valid conditions
   */
  public static WaitCondition parse(String text) {
    for (WaitCondition each : values()) {
      if (each.wireName().equals(text)) {
        return each;
      }
    }
    throw new IllegalArgumentException("must be one of not-running, next-exit, removed");
  }

  /** The API's spelling: {@code next-exit}. */
  public String wireName() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
