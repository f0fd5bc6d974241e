package dev.davit.template;

import dev.davit.text.GoQuote;
import java.util.Locale;

/** The functions html and js. */
final class Escaping {
  private Escaping() {}

  static String html(String text) {
    StringBuilder out = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case 0 -> out.append('\uFFFD');
        case '"' -> out.append("&#34;");
        case '\'' -> out.append("&#39;");
        case '&' -> out.append("&amp;");
        case '<' -> out.append("&lt;");
        case '>' -> out.append("&gt;");
        default -> out.append(c);
      }
    }
    return out.toString();
  }

  static String javaScript(String text) {
    StringBuilder out = new StringBuilder(text.length());
    text.codePoints()
        .forEach(
            c -> {
              switch (c) {
                case '\\', '\'', '"' -> out.append('\\').append((char) c);
                case '<', '>', '&', '=' -> out.append(unicodeEscape(c));
                default -> {
                  if (c < ' ' || c >= 0x80 && !GoQuote.isPrintable(c)) {
                    out.append(unicodeEscape(c));
                  } else {
                    out.appendCodePoint(c);
                  }
                }
              }
            });
    return out.toString();
  }

  private static String unicodeEscape(int c) {
    return "\\u" + GoQuote.hex(c, 4).toUpperCase(Locale.ROOT);
  }
}
