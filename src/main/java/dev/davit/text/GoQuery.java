package dev.davit.text;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Locale;

/** Escapes text for the query of a URL as Go does (url.QueryEscape). */
public final class GoQuery {
  private GoQuery() {}

  public static String escape(String text) {
    StringBuilder out = new StringBuilder(text.length());
    for (byte b : text.getBytes(UTF_8)) {
      int c = b & 0xff;
      boolean alphaNumeric = c < 0x80 && Character.isLetterOrDigit(c);
      if (alphaNumeric || "-_.~".indexOf(c) >= 0) {
        out.append((char) c);
      } else if (c == ' ') {
        out.append('+');
      } else {
        out.append('%').append(GoQuote.hex(c, 2).toUpperCase(Locale.ROOT));
      }
    }
    return out.toString();
  }
}
