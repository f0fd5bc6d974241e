package dev.davit.build;

/** The syntax of Go's path patterns (path/filepath.Match). */
final class GlobSyntax {
  /** Go's message for an invalid pattern. */
  static final String INVALID = "syntax error in pattern";

  private final String pattern;
  private int at;

  private GlobSyntax(String pattern) {
    this.pattern = pattern;
  }

  /**
   * Checks a pattern.
   *
   * @throws IllegalArgumentException with Go's message if it is invalid
   */
  static void require(String pattern) {
    GlobSyntax syntax = new GlobSyntax(pattern);
    while (syntax.at < pattern.length()) {
      switch (pattern.charAt(syntax.at++)) {
        case '\\' -> syntax.character();
        case '[' -> syntax.range();
        default -> {
          // stands for itself, or for any name
        }
      }
    }
  }

  /** Reads a range, such as {@code ^a-z]}. */
  private void range() {
    if (isNext('^')) {
      at++;
    }
    for (boolean first = true; first || !isNext(']'); first = false) {
      bound();
      if (isNext('-')) {
        at++;
        bound();
      }
    }
    at++;
  }

  /** Reads a character of a range, which the end of the range must follow. */
  private void bound() {
    if (isNext('-') || isNext(']')) {
      throw invalid();
    }
    if (isNext('\\')) {
      at++;
    }
    character();
    if (at == pattern.length()) {
      throw invalid();
    }
  }

  private void character() {
    if (at == pattern.length()) {
      throw invalid();
    }
    at++;
  }

  private boolean isNext(char c) {
    return at < pattern.length() && pattern.charAt(at) == c;
  }

  private static IllegalArgumentException invalid() {
    return new IllegalArgumentException(INVALID);
  }
}
