package dev.davit.logs.view;

/** The values of {@code --prefix}: what is shown before each line. */
public enum Prefix {
  /** The name if several containers can be shown. */
  AUTO,
  NAME,
  /** The short ID. */
  ID,
  NONE;

  /** All words, for completion. */
  public static final String WORDS = "auto id name none";

  /**
   * Parses a value.
   *
   * @throws IllegalArgumentException if the prefix is unknown, with the valid values
   */
  public static Prefix parse(String text) {
    return switch (text) {
      case "auto" -> AUTO;
      case "name" -> NAME;
      case "id" -> ID;
      case "none" -> NONE;
      default -> throw new IllegalArgumentException("must be auto, name, id or none");
    };
  }
}
