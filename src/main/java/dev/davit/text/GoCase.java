package dev.davit.text;

import java.util.function.IntUnaryOperator;

/**
 * Upper, lower and title case as docker has them, which is built with Go 1.24: one character for
 * one character, by Unicode 15. Java's own methods of strings can change the length, as of {@code
 * İ} and {@code ß}, and the JDK knows the letters of Unicode 16.
 */
public final class GoCase {
  /** The letters that got a lower case in Unicode 16. */
  private static final String NEW_UPPER = "\u1c89\ua7cb\ua7cc\ua7da\ua7dc";

  /** The letters that got an upper case in Unicode 16. */
  private static final String NEW_LOWER = "\u019b\u0264\u1c8a\ua7cd\ua7db";

  /** Garay, an alphabet of Unicode 16: capital letters from 50, small letters from 70. */
  private static final int GARAY = 0x10d00;

  private GoCase() {}

  /** Returns the lower case of a text (Go's strings.ToLower). */
  public static String lower(String text) {
    return mapped(text, GoCase::lower);
  }

  /** Returns the upper case of a text (Go's strings.ToUpper). */
  public static String upper(String text) {
    return mapped(text, GoCase::upper);
  }

  /** Returns a text with the first letter of each word in title case (Go's strings.Title). */
  public static String title(String text) {
    StringBuilder out = new StringBuilder(text.length());
    int before = ' ';
    for (int i = 0; i < text.length(); i += Character.charCount(before)) {
      before = appended(text.codePointAt(i), separatesWords(before), out);
    }
    return out.toString();
  }

  private static int appended(int c, boolean first, StringBuilder out) {
    out.appendCodePoint(first ? titleCase(c) : c);
    return c;
  }

  /** Returns whether two texts differ at most in case (Go's strings.EqualFold). */
  public static boolean equalFold(String one, String other) {
    return one.equals(other) || fold(one).equals(fold(other));
  }

  /**
   * Returns a text that is the same for all texts that differ only in case: {@code K}, {@code k}
   * and the sign of Kelvin are the same letter. Go finds the keys of JSON objects by this.
   */
  public static String fold(String text) {
    return mapped(text, GoCase::fold);
  }

  private static int fold(int c) {
    // the i with and the I without a dot have no other case for Go
    return c == 0x130 || c == 0x131 ? c : lower(upper(c));
  }

  private static int lower(int c) {
    return isNew(c, NEW_UPPER, GARAY + 0x50) ? c : Character.toLowerCase(c);
  }

  private static int upper(int c) {
    return isNew(c, NEW_LOWER, GARAY + 0x70) ? c : Character.toUpperCase(c);
  }

  private static int titleCase(int c) {
    return isNew(c, NEW_LOWER, GARAY + 0x70) ? c : Character.toTitleCase(c);
  }

  private static boolean isNew(int c, String letters, int garay) {
    return c >= 0x80 && (letters.indexOf(c) >= 0 || (c >= garay && c < garay + 0x16));
  }

  /**
   * Returns whether a new word begins after a character. Only spaces separate words beyond ASCII
   * (isSeparator in Go's strings package).
   */
  private static boolean separatesWords(int c) {
    if (c < 0x80) {
      return !Character.isLetterOrDigit(c) && c != '_';
    }
    return Character.isSpaceChar(c) || c == 0x85;
  }

  private static String mapped(String text, IntUnaryOperator mapping) {
    StringBuilder out = null;
    for (int i = 0; i < text.length(); ) {
      int c = text.codePointAt(i);
      int to = mapping.applyAsInt(c);
      if (to != c && out == null) {
        out = new StringBuilder(text.length()).append(text, 0, i);
      }
      if (out != null) {
        out.appendCodePoint(to);
      }
      i += Character.charCount(c);
    }
    return out == null ? text : out.toString();
  }
}
