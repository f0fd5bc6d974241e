package dev.davit.text;

/** Control characters in what an engine sends, which would steer the terminal that shows them. */
public final class ControlBytes {
  private ControlBytes() {}

  /** Whether there are any but line ends and tabs. */
  public static boolean areIn(CharSequence text) {
    return areIn(text, 0);
  }

  /** The same from a place on. */
  public static boolean areIn(CharSequence text, int begin) {
    for (int i = begin; i < text.length(); i++) {
      if (steers(text.charAt(i))) {
        return true;
      }
    }
    return false;
  }

  /** Shows each of those as {@code \x1b}. */
  public static String shown(CharSequence text) {
    return shown(text, "\\x");
  }

  /** Shows each of those as {@code \u009b}, which is the same to a reader of JSON. */
  public static String shownInJson(CharSequence text) {
    return shown(text, "\\u00");
  }

  /** A message of the engine: unable to steer a terminal, or to return over its own line. */
  public static String shownInMessage(String text) {
    return shown(text.replace("\r\n", "\n"));
  }

  /** Replaces each control character, line ends and tabs too, by a question mark: for one line. */
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
