package dev.davit.text;

/**
 * Finds and escapes control characters, which could steer the terminal that shows an engine's text.
 */
public final class ControlBytes {
  private ControlBytes() {}

  /** Whether a text has control characters other than line feeds and tabs. */
  public static boolean areIn(CharSequence text) {
    return areIn(text, 0);
  }

  /** Whether a text has control characters other than line feeds and tabs from an index on. */
  public static boolean areIn(CharSequence text, int begin) {
    for (int i = begin; i < text.length(); i++) {
      if (steers(text.charAt(i))) {
        return true;
      }
    }
    return false;
  }

  /** Replaces control characters other than line feeds and tabs by escapes such as {@code \x1b}. */
  public static String shown(CharSequence text) {
    return shown(text, "\\x");
  }

  /**
   * Replaces control characters other than line feeds and tabs by JSON escapes such as {@code
   * \u009b}.
   */
  public static String shownInJson(CharSequence text) {
    return shown(text, "\\u00");
  }

  /** Escapes the control characters of a message from the engine; CR LF becomes LF. */
  public static String shownInMessage(String text) {
    return shown(text.replace("\r\n", "\n"));
  }

  /** Replaces each control character, line feeds and tabs included, by a question mark. */
  public static String replaced(String text) {
    StringBuilder replaced = new StringBuilder(text.length());
    text.codePoints().forEach(c -> replaced.appendCodePoint(Character.isISOControl(c) ? '?' : c));
    return replaced.toString();
  }

  private static String shown(CharSequence text, String prefix) {
    StringBuilder shown = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (steers(c)) {
        shown.append(prefix).append(GoQuote.hex(c, 2));
      } else {
        shown.append(c);
      }
    }
    return shown.toString();
  }

  private static boolean steers(char c) {
    return c < ' ' ? c != '\n' && c != '\t' : c >= 0x7f && c < 0xa0;
  }
}
