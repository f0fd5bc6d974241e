package dev.davit.build;

import dev.davit.archive.RawName;

/**
 * A line of {@code .dockerignore}.
 *
 * @param number the number of the line, from 1; 0 for an exception that the client adds
 * @param pattern the cleaned pattern as a raw name, with {@code !} in front of an exception
 */
public record IgnoreLine(int number, String pattern) {
  /** Whether the line is an exception to earlier ones. */
  public boolean isException() {
    return pattern.startsWith("!");
  }

  /** The pattern as text. */
  public String shown() {
    return RawName.shown(pattern);
  }
}
