package dev.davit.text;

/** Quotes text as Go's {@code %q} does (strconv.Quote), which docker's messages use. */
public final class GoQuote {
  private GoQuote() {}

  /** Quotes a text in double quotes. */
  public static String quote(String text) {
    return quoteWith(text, '"', false);
  }

  /** Quotes a character in single quotes. */
  public static String quote(int character) {
    return quoteWith(Character.toString(character), '\'', false);
  }

  /**
   * Quotes a text.
   *
   * @param quote the quotation mark
   * @param asciiOnly whether to escape all characters that are not ASCII
   */
  public static String quoteWith(String text, char quote, boolean asciiOnly) {
    StringBuilder out = new StringBuilder(text.length() + 2).append(quote);
    for (int i = 0; i < text.length(); i++) {
      int c = text.codePointAt(i);
      appendEscaped(out, c, quote, asciiOnly);
      i += Character.charCount(c) - 1;
    }
    return out.append(quote).toString();
  }

  private static void appendEscaped(StringBuilder out, int c, char quote, boolean asciiOnly) {
    if (c == quote || c == '\\') {
      out.append('\\').append((char) c);
      return;
    }
    if (isPrintable(c) && (c < 0x80 || !asciiOnly)) {
      out.appendCodePoint(c);
      return;
    }
    int letter = "\u0007\b\f\n\r\t\u000b".indexOf(c);
    if (letter >= 0) {
      out.append('\\').append("abfnrtv".charAt(letter));
    } else if (c < ' ' || c == 0x7f) {
      out.append("\\x").append(hex(c, 2));
    } else {
      out.append(c < 0x10000 ? "\\u" : "\\U").append(hex(c, c < 0x10000 ? 4 : 8));
    }
  }

  /**
   * Whether a character is printable, as Go's strconv.IsPrint: letters, marks, numbers,
   * punctuation, symbols and the ASCII space.
   */
  public static boolean isPrintable(int c) {
    if (c < 0x80) {
      return c >= ' ' && c < 0x7f;
    }
    return switch (Character.getType(c)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.SURROGATE,
          Character.PRIVATE_USE,
          Character.UNASSIGNED,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR,
          Character.SPACE_SEPARATOR ->
          false;
      default -> true;
    };
  }

  /** Formats a value in hexadecimal with at least {@code width} digits. */
  public static String hex(int value, int width) {
    String digits = Integer.toHexString(value);
    return "0".repeat(Math.max(0, width - digits.length())) + digits;
  }
}
