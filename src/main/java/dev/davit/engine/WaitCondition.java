package dev.davit.engine;

import java.util.Locale;

/** What {@code POST /containers/{id}/wait} waits for. */
public enum WaitCondition {
  NOT_RUNNING,
  NEXT_EXIT,
  REMOVED;

  /** Throws IllegalArgumentException naming those there are. */
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
