package dev.davit.logs;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;

/** A regular expression of Go, which is searched in the visible text of lines in linear time. */
public final class LinePattern {
  private final Pattern pattern;

  private LinePattern(Pattern pattern) {
    this.pattern = pattern;
  }

  /**
   * Parses a regular expression.
   *
   * @throws IllegalArgumentException if it is invalid, with the reason
   */
  public static LinePattern parse(String text) {
    try {
      return new LinePattern(Pattern.compile(text));
    } catch (PatternSyntaxException e) {
      throw new IllegalArgumentException(e.getMessage(), e);
    }
  }

  /** Whether the text has a match. */
  boolean isIn(VisibleText text) {
    return matcher(text).find();
  }

  /** Receives the place of a match in a line. */
  interface Found {
    void at(int begin, int end);
  }

  /** Passes all matches that are not empty to a receiver, in order. */
  void findAll(VisibleText text, Found found) {
    Matcher matcher = matcher(text);
    while (matcher.find()) {
      if (matcher.end() > matcher.start()) {
        found.at(text.place(matcher.start()), text.place(matcher.end() - 1) + 1);
      }
    }
  }

  private Matcher matcher(VisibleText text) {
    String invalid = text.invalid();
    return invalid == null ? pattern.matcher(text.bytes()) : pattern.matcher(invalid);
  }
}
