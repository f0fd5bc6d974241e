package dev.davit.opts;

import java.util.regex.Pattern;

/**
 * A pattern that a whole name must match: {@code *} stands for any characters but {@code /}, {@code
 * ?} for one of them, and {@code [a-z]} or {@code [^a-z]} for one of a set; all else is literal.
 */
public final class NameGlob {
  private final Pattern pattern;

  private NameGlob(Pattern pattern) {
    this.pattern = pattern;
  }

  /** Returns whether a text has a character that is special in patterns. */
  public static boolean isPattern(String text) {
    return text.chars().anyMatch(c -> c == '*' || c == '?' || c == '[');
  }

  /** Parses a pattern; a {@code [} without an end is literal. */
  public static NameGlob parse(String text) {
    return parse(text, "[^/]");
  }

  /** Parses a pattern as above, whose {@code *} and {@code ?} stand for {@code /}, too. */
  public static NameGlob acrossSlashes(String text) {
    return parse(text, ".");
  }

  private static NameGlob parse(String text, String any) {
    StringBuilder regex = new StringBuilder();
    int at = 0;
    while (at < text.length()) {
      char c = text.charAt(at);
      int end = c == '[' ? endOfSet(text, at) : -1;
      if (end > 0) {
        regex.append(set(text.substring(at + 1, end)));
        at = end;
      } else {
        regex.append(c == '*' ? any + '*' : c == '?' ? any : Pattern.quote(String.valueOf(c)));
      }
      at++;
    }
    return new NameGlob(Pattern.compile(regex.toString(), Pattern.DOTALL));
  }

  /** Returns the index of the {@code ]} that ends a set, which has at least one character. */
  private static int endOfSet(String text, int open) {
    int first = text.startsWith("^", open + 1) ? open + 2 : open + 1;
    return text.indexOf(']', first + 1);
  }

  private static String set(String text) {
    boolean excluded = text.startsWith("^");
    StringBuilder regex = new StringBuilder(excluded ? "[^/" : "[");
    for (int at = excluded ? 1 : 0; at < text.length(); at++) {
      boolean range = at + 2 < text.length() && text.charAt(at + 1) == '-';
      char last = text.charAt(range ? at + 2 : at);
      char first = text.charAt(at);
      if (first <= last) { // otherwise the range is empty
        regex.append(escaped(first)).append('-').append(escaped(last));
      }
      at += range ? 2 : 0;
    }
    String all = regex.append(']').toString();
    return all.equals("[]") ? "(?!)" : all;
  }

  private static String escaped(char c) {
    return "\\u%04x".formatted((int) c);
  }

  /** Returns whether the whole name matches. */
  public boolean matches(String name) {
    return pattern.matcher(name).matches();
  }
}
