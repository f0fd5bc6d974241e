package dev.davit.terminal;

import java.util.Map;

/** The values of {@code --color}. */
public enum Coloring {
  /** Only on a terminal, and not if {@code NO_COLOR} is set. */
  AUTO,
  ALWAYS,
  NEVER;

  /** All words, for completion. */
  public static final String WORDS = "always auto never";

  /**
   * Parses a value.
   *
   * @throws IllegalArgumentException if the value is unknown, with the valid values
   */
  public static Coloring parse(String text) {
    return switch (text) {
      case "auto" -> AUTO;
      case "always" -> ALWAYS;
      case "never" -> NEVER;
      default -> throw new IllegalArgumentException("must be auto, always or never");
    };
  }

  /** Whether to use colors on a stream. */
  public boolean on(boolean terminal, Map<String, String> env) {
    boolean plain =
        !env.getOrDefault("NO_COLOR", "").isEmpty()
            || env.getOrDefault("TERM", "dumb").equals("dumb");
    return this == ALWAYS || this == AUTO && terminal && !plain;
  }
}
