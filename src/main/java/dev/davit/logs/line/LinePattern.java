package dev.davit.logs.line;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import org.jspecify.annotations.Nullable;

/** A regular expression of Go, which is searched in the visible text of lines in linear time. */
public final class LinePattern {
  private final Pattern pattern;
  private final RequiredLiterals.@Nullable Literals literals;

  private LinePattern(Pattern pattern) {
    this.pattern = pattern;
    this.literals = RequiredLiterals.of(pattern.pattern());
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
    return literals == null
        ? matcher(text).find()
        : literals.canBeIn(text.bytes()) && (literals.enough() || matcher(text).find());
  }

  /** Receives the place of a match in a line. */
  public interface Found {
    void at(int begin, int end);
  }

  /** Passes all matches that are not empty to a receiver, in order. */
  public void findAll(VisibleText text, Found found) {
    Matcher matcher = matcher(text);
    while (matcher.find()) {
      if (matcher.end() > matcher.start()) {
        found.at(text.place(matcher.start()), text.place(matcher.end()));
      }
    }
  }

  private Matcher matcher(VisibleText text) {
    // RE2/J 1.8 finds the wrong places of \b and ^ in bytes of other characters than ASCII.
    return text.isAscii() ? pattern.matcher(text.bytes()) : pattern.matcher(text.text());
  }
}
