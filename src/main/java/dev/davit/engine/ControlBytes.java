package dev.davit.engine;

/** Control characters in what an engine sends, which would steer the terminal that shows them. */
public final class ControlBytes {
  private ControlBytes() {}

  /** Whether there are any but line ends and tabs. */
  public static boolean areIn(CharSequence text) {
    for (int i = 0; i < text.length(); i++) {
      if (steers(text.charAt(i))) {
        return true;
      }
    }
    return false;
  }

  /** Shows each of those as {@code \x1b}. */
  public static String shown(CharSequence text) {
    StringBuilder shown = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (steers(c)) {
        shown.append("\\x").append(GoQuote.hex(c, 2));
      } else {
        shown.append(c);
      }
    }
    return shown.toString();
  }

  private static boolean steers(char c) {
    return Character.isISOControl(c) && c != '\n' && c != '\t';
  }
}
