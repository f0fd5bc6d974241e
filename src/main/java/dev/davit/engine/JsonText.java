package dev.davit.engine;

/** Text as a JSON string, as Go's encoding/json writes it. */
public final class JsonText {
  private JsonText() {}

  public static String quote(String text) {
    return quote(text, false);
  }

  /** With {@code <}, {@code >} and {@code &} as escapes: Go's json.Marshal. */
  public static String quoteHtmlSafe(String text) {
    return quote(text, true);
  }

  private static String quote(String text, boolean htmlSafe) {
    StringBuilder out = new StringBuilder(text.length() + 2);
    append(out, text, htmlSafe);
    return out.toString();
  }

  /** Appends the string; {@code htmlSafe} is whether it may stand in a page. */
  public static void append(StringBuilder out, String text, boolean htmlSafe) {
    out.append('"');
    for (int i = 0; i < text.length(); i++) {
      append(out, text.charAt(i), htmlSafe);
    }
    out.append('"');
  }

  private static void append(StringBuilder out, char c, boolean htmlSafe) {
    switch (c) {
      case '"', '\\' -> out.append('\\').append(c);
      case '\b' -> out.append("\\b");
      case '\f' -> out.append("\\f");
      case '\n' -> out.append("\\n");
      case '\r' -> out.append("\\r");
      case '\t' -> out.append("\\t");
      default -> {
        boolean html = htmlSafe && (c == '<' || c == '>' || c == '&');
        if (c < ' ' || html || c == '\u2028' || c == '\u2029') {
          out.append("\\u").append(GoQuote.hex(c, 4));
        } else {
          out.append(c);
        }
      }
    }
  }
}
