package dev.davit.template;

import dev.davit.text.GoQuote;
import java.util.Locale;
import java.util.Optional;

/** Reads Go's quoted strings and characters (strconv.Unquote); {@link GoQuote} writes them. */
final class Quoted {
  private Quoted() {}

  /** Formats a character as Go's {@code %#U}: U+0040 '@'. */
  static String unicode(int c) {
    String name = "U+" + (c < 0 ? "FFFFFFFFFFFFFFFF" : GoQuote.hex(c, 4).toUpperCase(Locale.ROOT));
    return c >= 0 && GoQuote.isPrintable(c) ? name + " '" + Character.toString(c) + "'" : name;
  }

  /** Returns the text between the quotes; empty if an escape is invalid in Go. */
  static Optional<String> unquote(String quoted) {
    char quote = quoted.charAt(0);
    String body = quoted.substring(1, quoted.length() - 1);
    if (quote == '`') {
      return Optional.of(body.replace("\r", ""));
    }
    StringBuilder out = new StringBuilder(body.length());
    int i = 0;
    while (i < body.length()) {
      char c = body.charAt(i++);
      if (c != '\\') {
        out.append(c);
        continue;
      }
      int used = unescape(body, i, quote, out);
      if (used == 0) {
        return Optional.empty();
      }
      i += used;
    }
    return Optional.of(out.toString());
  }

  /** Appends the character of an escape after a backslash; returns its length, 0 if invalid. */
  private static int unescape(String body, int at, char quote, StringBuilder out) {
    char c = at < body.length() ? body.charAt(at) : 0;
    int letter = "abfnrtv\\".indexOf(c);
    if (letter >= 0 && c != 0) {
      out.append("\u0007\b\f\n\r\t\u000b\\".charAt(letter));
      return 1;
    }
    if (c == quote) {
      out.append(c);
      return 1;
    }
    return switch (c) {
      case 'x' -> code(body, at + 1, 2, 16, out) ? 3 : 0;
      case 'u' -> code(body, at + 1, 4, 16, out) ? 5 : 0;
      case 'U' -> code(body, at + 1, 8, 16, out) ? 9 : 0;
      default -> code(body, at, 3, 8, out) ? 3 : 0;
    };
  }

  private static boolean code(String body, int from, int length, int radix, StringBuilder out) {
    if (from + length > body.length()) {
      return false;
    }
    int value = 0;
    for (int i = from; i < from + length; i++) {
      int digit = Character.digit(body.charAt(i), radix);
      if (digit < 0) {
        return false;
      }
      value = value * radix + digit;
    }
    boolean valid = Character.isValidCodePoint(value) && (radix == 16 || value < 256);
    if (valid) {
      out.appendCodePoint(value);
    }
    return valid;
  }
}
