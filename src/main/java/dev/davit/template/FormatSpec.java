package dev.davit.template;

/** The flags, width and precision of a printf directive; -1 if not given. */
final class FormatSpec {
  boolean plus;
  boolean minus;
  boolean sharp;
  boolean space;
  boolean zero;

  /** Whether {@code %#v} was given: Go syntax. */
  boolean syntax;

  /** Whether {@code %+v} was given: field names. */
  boolean names;

  int width = -1;
  int precision = -1;

  /** Sets a flag; returns false if the character is not a flag. */
  boolean flag(char c) {
    switch (c) {
      case '+' -> plus = true;
      case '-' -> minus = true;
      case '#' -> sharp = true;
      case ' ' -> space = true;
      case '0' -> zero = true;
      default -> {
        return false;
      }
    }
    return true;
  }

  /** Sets the flags that v uses instead of + and #. */
  void isFor(int verb) {
    if (verb == 'v') {
      syntax = sharp;
      names = plus;
      sharp = false;
      plus = false;
    }
  }

  void negativeWidthMeansLeft() {
    if (width < -1) {
      minus = true;
      width = -width;
    }
  }

  String pad(String text) {
    int missing = width - text.codePointCount(0, text.length());
    if (missing <= 0) {
      return text;
    }
    if (minus) {
      return text + " ".repeat(missing);
    }
    return (zero ? "0" : " ").repeat(missing) + text;
  }

  String padWithSpaces(String text) {
    int missing = width - text.codePointCount(0, text.length());
    if (missing <= 0) {
      return text;
    }
    return minus ? text + " ".repeat(missing) : " ".repeat(missing) + text;
  }
}
