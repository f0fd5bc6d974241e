package dev.davit.command.spec;

/** The forms in which containers are printed, the values of {@code --as}. */
enum SpecForm {
  RUN,
  CREATE,
  JSON;

  /** The values of the flag, separated by blanks. */
  static final String WORDS = "run create json";

  /**
   * Parses a value of the flag.
   *
   * @throws IllegalArgumentException with the reason
   */
  static SpecForm parse(String word) {
    return switch (word) {
      case "run" -> RUN;
      case "create" -> CREATE;
      case "json" -> JSON;
      default -> throw new IllegalArgumentException("must be run, create or json");
    };
  }
}
