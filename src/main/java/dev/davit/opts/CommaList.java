package dev.davit.opts;

import java.util.List;

/** A flag value that is a list, separated by commas (the strings of pflag). */
public record CommaList(List<String> elements) {
  /**
   * Parses a list; empty text is an empty list.
   *
   * @throws IllegalArgumentException with Go's message
   */
  public static CommaList parse(String text) {
    return new CommaList(text.isEmpty() ? List.of() : Csv.parse(text));
  }
}
