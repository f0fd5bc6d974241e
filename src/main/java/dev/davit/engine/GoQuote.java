package dev.davit.engine;

/** Text in double quotes as Go's {@code %q} writes it, which docker uses in its messages. */
public final class GoQuote {
  private GoQuote() {}

  public static String quote(String text) {
    StringBuilder quoted = new StringBuilder(text.length() + 2).append('"');
    text.codePoints().forEach(c -> append(quoted, c, '"'));
    return quoted.append('"').toString();
  }

  /** A single character as Go's {@code %q} writes a rune, in single quotes. */
  public static String quote(int character) {
    StringBuilder quoted = new StringBuilder(4).append('\'');
    append(quoted, character, '\'');
    return quoted.append('\'').toString();
  }

  private static void append(StringBuilder out, int c, char quote) {
    switch (c) {
      case 7 -> out.append("\\a");
      case '\b' -> out.append("\\b");
      case '\f' -> out.append("\\f");
      case '\n' -> out.append("\\n");
      case '\r' -> out.append("\\r");
      case '\t' -> out.append("\\t");
      case 11 -> out.append("\\v");
      case '\\' -> out.append("\\\\");
      default -> {
        if (c == quote) {
          out.append('\\').append(quote);
        } else if (c < ' ' || c == 0x7f) {
          hex(out.append("\\x"), c, 2);
        } else if (printable(c)) {
          out.appendCodePoint(c);
        } else if (c < 0x10000) {
          hex(out.append("\\u"), c, 4);
        } else {
          hex(out.append("\\U"), c, 8);
        }
      }
    }
  }

  private static boolean printable(int c) {
    return switch (Character.getType(c)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.SURROGATE,
          Character.PRIVATE_USE,
          Character.UNASSIGNED,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR ->
          false;
      case Character.SPACE_SEPARATOR -> c == ' ';
      default -> true;
    };
  }

  private static void hex(StringBuilder out, int value, int digits) {
    for (int shift = 4 * (digits - 1); shift >= 0; shift -= 4) {
      out.append(Character.forDigit((value >> shift) & 0xf, 16));
    }
  }
}
