package dev.davit.engine;

import java.util.Locale;

/** What {@code POST /containers/{id}/wait} waits for. */
public enum WaitCondition {
  NOT_RUNNING,
  NEXT_EXIT,
  REMOVED;

  /** The API's spelling: {@code next-exit}. */
  public String wireName() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
