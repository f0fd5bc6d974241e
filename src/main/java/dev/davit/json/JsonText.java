package dev.davit.json;

import dev.davit.text.GoQuote;

/** Writes text as a JSON string the way Go's encoding/json does. */
public final class JsonText {
  private JsonText() {}

  public static String quote(String text) {
    return quote(text, false);
  }

  /** Quotes a string and escapes {@code <}, {@code >} and {@code &} as Go's json.Marshal does. */
  public static String quoteHtmlSafe(String text) {
    return quote(text, true);
  }

  private static String quote(String text, boolean htmlSafe) {
    StringBuilder out = new StringBuilder(text.length() + 2);
    append(out, text, htmlSafe);
    return out.toString();
  }

  /** Appends the string; {@code htmlSafe} also escapes HTML's special characters. */
  public static void append(StringBuilder out, String text, boolean htmlSafe) {
    out.append('"');
    int plain = 0; // index of the first character not yet copied
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (!isPlain(c, htmlSafe)) {
        appendEscaped(out.append(text, plain, i), c);
        plain = i + 1;
      }
    }
    out.append(text, plain, text.length()).append('"');
  }

  private static boolean isPlain(char c, boolean htmlSafe) {
    return switch (c) {
      case '"', '\\', '\u2028', '\u2029' -> false;
      case '<', '>', '&' -> !htmlSafe;
      default -> c >= ' ';
    };
  }

  private static void appendEscaped(StringBuilder out, char c) {
    switch (c) {
      case '"', '\\' -> out.append('\\').append(c);
      case '\b' -> out.append("\\b");
      case '\f' -> out.append("\\f");
      case '\n' -> out.append("\\n");
      case '\r' -> out.append("\\r");
      case '\t' -> out.append("\\t");
      default -> out.append("\\u").append(GoQuote.hex(c, 4));
    }
  }
}
