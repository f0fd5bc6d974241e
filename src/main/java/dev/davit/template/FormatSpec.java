package dev.davit.template;

/** The flags, width and precision of one printf directive; -1 is not given. */
final class FormatSpec {
  boolean plus;
  boolean minus;
  boolean sharp;
  boolean space;
  boolean zero;

  /** {@code %#v}: in the syntax of Go. */
  boolean syntax;

  /** {@code %+v}: with the names of fields. */
  boolean names;

  int width = -1;
  int precision = -1;

  /** Takes a flag; false if the character is none. */
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

  /** Before v the two flags are others than before the other verbs. */
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
