package dev.davit.build;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import dev.davit.io.SlashPath;
import dev.davit.text.GoText;
import org.jspecify.annotations.Nullable;

/**
 * A pattern of {@code .dockerignore}, which matches paths below the context. Mirrors moby's
 * patternmatcher to the letter: most patterns become regular expressions of Go, in which {@code
 * {}}, {@code |} and a backslash keep their meaning. Patterns and paths are raw names, with a char
 * for each byte.
 */
final class IgnorePattern {
  /** The characters that a regular expression must escape. */
  private static final String ESCAPED = ".+()$";

  private final IgnoreLine line;
  private final String text;
  private final int depth;
  private final Kind kind;
  private final @Nullable Pattern regex;

  private enum Kind {
    EXACT,
    PREFIX,
    SUFFIX,
    REGEX
  }

  private IgnorePattern(IgnoreLine line, String text, Kind kind, @Nullable Pattern regex) {
    this.line = line;
    this.text = text;
    this.depth = (int) text.chars().filter(c -> c == '/').count() + 1;
    this.kind = kind;
    this.regex = regex;
  }

  /**
   * Parses a line that is neither empty nor a comment.
   *
   * @throws IllegalArgumentException with docker's reason if the pattern is invalid
   */
  static IgnorePattern parse(IgnoreLine line) {
    String text = SlashPath.clean(GoText.trimRaw(line.pattern()));
    if (line.isException()) {
      if (text.length() == 1) {
        throw new IllegalArgumentException("illegal exclusion pattern: \"!\"");
      }
      text = text.substring(1);
    }
    GlobSyntax.require(text);
    Translation translation = new Translation(text);
    Pattern regex = null;
    if (translation.kind == Kind.REGEX) {
      try {
        regex = Pattern.compile(translation.regex.append('$').toString());
      } catch (PatternSyntaxException e) {
        throw new IllegalArgumentException(GlobSyntax.INVALID, e);
      }
    }
    return new IgnorePattern(line, text, translation.kind, regex);
  }

  /** Returns an exception for a path, which need not be in the file. */
  static IgnorePattern exception(String path) {
    return new IgnorePattern(new IgnoreLine(0, '!' + path), path, Kind.EXACT, null);
  }

  /** The line of the file. */
  IgnoreLine line() {
    return line;
  }

  /** The path or pattern, without the mark of an exception. */
  String text() {
    return text;
  }

  /** The number of names in the pattern. */
  int depth() {
    return depth;
  }

  /** Whether the pattern matches the whole path. */
  boolean matches(String path) {
    return switch (kind) {
      case EXACT -> path.equals(text);
      case PREFIX -> path.startsWith(text.substring(0, text.length() - 2));
      case SUFFIX -> endsAsPattern(path);
      case REGEX -> regex != null && regex.matcher(GoText.decode(path)).find();
    };
  }

  private boolean endsAsPattern(String path) {
    String end = text.substring(2);
    return path.endsWith(end) || end.startsWith("/") && path.equals(end.substring(1));
  }

  /** The translation of a pattern to a regular expression of Go. */
  private static final class Translation {
    private final String pattern;
    private final StringBuilder regex = new StringBuilder("^");
    private Kind kind = Kind.EXACT;
    private int at;

    Translation(String raw) {
      pattern = GoText.decode(raw);
      for (boolean first = true; at < pattern.length(); first = false) {
        add(pattern.charAt(at++), first);
      }
    }

    private void add(char c, boolean first) {
      switch (c) {
        case '*' -> addStars(first);
        case '?' -> special("[^/]");
        case '[', ']' -> special(String.valueOf(c));
        case '\\' -> addEscape();
        default -> regex.append(ESCAPED.indexOf(c) < 0 ? "" : "\\").append(c);
      }
    }

    private void special(String expression) {
      regex.append(expression);
      kind = Kind.REGEX;
    }

    private void addStars(boolean first) {
      if (!isNext('*')) {
        special("[^/]*");
        return;
      }
      at++;
      if (isNext('/')) {
        at++;
      }
      if (at < pattern.length()) {
        special("(.*/)?");
      } else if (kind == Kind.EXACT) {
        kind = Kind.PREFIX;
      } else {
        special(".*");
      }
      if (first) {
        kind = Kind.SUFFIX;
      }
    }

    private void addEscape() {
      if (at < pattern.length()) {
        int escaped = pattern.codePointAt(at);
        at += Character.charCount(escaped);
        special("\\" + Character.toString(escaped));
      } else {
        regex.append('\\');
      }
    }

    private boolean isNext(char c) {
      return at < pattern.length() && pattern.charAt(at) == c;
    }
  }
}
