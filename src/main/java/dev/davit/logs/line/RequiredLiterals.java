package dev.davit.logs.line;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The literals of a regular expression of which each match has at least one: {@code timeout} and
 * {@code refused} of {@code (timeout|refused): \d+}. A line without any of them needs no matching,
 * which is many times slower than looking for literals.
 *
 * <p>Expressions with other syntax have no literals here. Case is ignored if the expression begins
 * with {@code (?i)}.
 */
final class RequiredLiterals {
  private static final int MOST = 16;
  private static final String IGNORING_CASE = "(?i)";

  /** The escapes of a class of characters or of a place. */
  private static final String CLASSES = "dDwWsSbBAzC";

  private final String regex;
  private int at;
  private boolean literalsOnly = true;

  private RequiredLiterals(String regex) {
    this.regex = regex;
  }

  /** Syntax that is not known. */
  private static final class Unknown extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Unknown() {
      super(null, null, false, false);
    }
  }

  /**
   * Literals.
   *
   * @param ignoreCase whether their case is ignored, which is only possible in ASCII
   * @param enough whether a line with one of them has a match
   */
  record Literals(List<byte[]> texts, boolean ignoreCase, boolean enough) {
    /** Whether a line can match. */
    boolean canBeIn(byte[] line) {
      for (byte[] text : texts) {
        if (isIn(line, text)) {
          return true;
        }
      }
      return ignoreCase && !isAscii(line);
    }

    private boolean isIn(byte[] line, byte[] text) {
      int last = line.length - text.length;
      for (int at = 0; at <= last; at++) {
        if (same(line[at], text[0]) && isAt(line, at, text)) {
          return true;
        }
      }
      return false;
    }

    private boolean isAt(byte[] line, int at, byte[] text) {
      for (int i = 1; i < text.length; i++) {
        if (!same(line[at + i], text[i])) {
          return false;
        }
      }
      return true;
    }

    /** Compares with a byte of a literal, which is in lower case if case is ignored. */
    private boolean same(byte b, byte literal) {
      return b == literal || ignoreCase && b >= 'A' && b <= 'Z' && b + 32 == literal;
    }

    private static boolean isAscii(byte[] line) {
      for (byte b : line) {
        if (b < 0) {
          return false;
        }
      }
      return true;
    }
  }

  /** Returns the literals of a valid regular expression; null if it has none. */
  static @Nullable Literals of(String regex) {
    boolean ignoreCase = regex.startsWith(IGNORING_CASE);
    String rest = ignoreCase ? regex.substring(IGNORING_CASE.length()) : regex;
    if (ignoreCase && !rest.chars().allMatch(c -> c < 0x80)) {
      return null;
    }
    try {
      RequiredLiterals parser = new RequiredLiterals(ignoreCase ? lowerCase(rest) : rest);
      List<String> found = parser.alternatives();
      return found == null || parser.at < rest.length()
          ? null
          : new Literals(
              found.stream().map(text -> text.getBytes(UTF_8)).toList(),
              ignoreCase,
              parser.literalsOnly && !ignoreCase);
    } catch (Unknown e) {
      return null;
    }
  }

  /** Converts letters to lower case, except for escaped letters. */
  private static String lowerCase(String regex) {
    StringBuilder lower = new StringBuilder();
    for (int i = 0; i < regex.length(); i++) {
      char c = regex.charAt(i);
      lower.append(c >= 'A' && c <= 'Z' ? (char) (c + 32) : c);
      if (c == '\\' && i + 1 < regex.length()) {
        lower.append(regex.charAt(++i));
      }
    }
    return lower.toString();
  }

  /** Reads alternatives up to the end or a closing parenthesis; null if one has no literal. */
  private @Nullable List<String> alternatives() {
    List<String> all = new ArrayList<>();
    boolean complete = true;
    do {
      List<String> one = sequence();
      complete &= one != null;
      all.addAll(one == null ? List.of() : one);
    } while (takes('|'));
    return complete && all.size() <= MOST ? all : null;
  }

  /** Reads a sequence; returns the best of its parts that each match has. */
  private @Nullable List<String> sequence() {
    List<String> best = null;
    StringBuilder literal = new StringBuilder();
    while (at < regex.length() && regex.charAt(at) != '|' && regex.charAt(at) != ')') {
      List<String> group = null;
      int before = literal.length();
      if (takes('(')) {
        group = group();
      } else if (takes('[')) {
        skipClass();
      } else if (!takesCharacter(literal)) {
        at++; // any character, or a place
      }
      Boolean repeated = quantifier();
      literalsOnly &= literal.length() > before && repeated == null;
      if (Boolean.FALSE.equals(repeated)) { // possibly none
        literal.setLength(before);
        group = null;
      }
      if (literal.length() == before || repeated != null) {
        best = better(best, literal.isEmpty() ? null : List.of(literal.toString()));
        best = better(best, group);
        literal.setLength(0);
      }
    }
    return better(best, literal.isEmpty() ? null : List.of(literal.toString()));
  }

  /** Adds a character that stands for itself; returns false, and reads nothing, for another one. */
  private boolean takesCharacter(StringBuilder literal) {
    char c = regex.charAt(at);
    if (c == '\\') {
      char escaped = at + 1 < regex.length() ? regex.charAt(at + 1) : 'E';
      boolean isLetter = escaped >= '0' && escaped <= '9' || Character.isLetter(escaped);
      if (isLetter && CLASSES.indexOf(escaped) < 0) {
        throw new Unknown();
      }
      at++;
      if (isLetter) {
        return false;
      }
      c = escaped;
    } else if (c == '.' || c == '^' || c == '$') {
      return false;
    } else if (c == '*' || c == '+' || c == '?' || Character.isSurrogate(c)) {
      throw new Unknown();
    }
    at++;
    literal.append(c);
    return true;
  }

  private @Nullable List<String> group() {
    if (takes('?') && !takes(':')) {
      throw new Unknown();
    }
    List<String> inside = alternatives();
    if (!takes(')')) {
      throw new Unknown();
    }
    return inside;
  }

  private void skipClass() {
    takes('^');
    takes(']');
    while (!takes(']')) {
      if (at >= regex.length() || regex.charAt(at) == '[') {
        throw new Unknown();
      }
      at += regex.charAt(at) == '\\' ? 2 : 1;
    }
  }

  /** Reads a quantifier; null without one, false if it allows no repetition at all. */
  private @Nullable Boolean quantifier() {
    if (at == regex.length() || "*+?{".indexOf(regex.charAt(at)) < 0) {
      return null;
    }
    char c = regex.charAt(at++);
    if (c == '{') {
      throw new Unknown();
    }
    takes('?');
    return c == '+';
  }

  private boolean takes(char c) {
    boolean taken = at < regex.length() && regex.charAt(at) == c;
    at += taken ? 1 : 0;
    return taken;
  }

  private static @Nullable List<String> better(
      @Nullable List<String> one, @Nullable List<String> other) {
    return one == null || other != null && shortest(other) > shortest(one) ? other : one;
  }

  private static int shortest(List<String> literals) {
    return literals.stream().mapToInt(String::length).min().orElse(0);
  }
}
