package dev.davit.logs;

import dev.davit.gotypes.GoInt;

/** The values of {@code --follow}: a boolean, or {@code name}. */
public enum FollowMode {
  /** Ends with the last line. */
  NO,
  /** Ends when the container stops. */
  CONTAINER,
  /** Goes on when the container is started again, or another one has its name. */
  NAME;

  /** All words, for completion. */
  public static final String WORDS = "false name true";

  /**
   * Parses a value.
   *
   * @throws IllegalArgumentException with docker's message if it is neither a boolean nor a mode
   */
  public static FollowMode parse(String text) {
    return text.equals("name") ? NAME : GoInt.parseBool(text) ? CONTAINER : NO;
  }
}
