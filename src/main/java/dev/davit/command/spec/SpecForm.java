package dev.davit.command.spec;

/** The forms in which containers are printed, the values of {@code --as}. */
enum SpecForm {
  RUN,
  CREATE,
  COMPOSE,
  JSON,
  SYSTEMD;

  /** The values of the flag, separated by blanks. */
  static final String WORDS = "run create compose json systemd";

  /**
   * Parses a value of the flag.
   *
   * @throws IllegalArgumentException with the reason
   */
  static SpecForm parse(String word) {
    return switch (word) {
      case "run" -> RUN;
      case "create" -> CREATE;
      case "compose" -> COMPOSE;
      case "json" -> JSON;
      case "systemd" -> SYSTEMD;
      default ->
          throw new IllegalArgumentException("must be run, create, compose, json or systemd");
    };
  }
}
