package dev.davit.format;

/** Measures and truncates texts by the columns that their characters take on a terminal. */
public final class TextWidth {
  private TextWidth() {}

  /** Returns the number of columns of a text. */
  public static int of(String text) {
    int width = 0;
    for (int i = 0; i < text.length(); i += Character.charCount(text.codePointAt(i))) {
      width += of(text.codePointAt(i));
    }
    return width;
  }

  /**
   * Truncates a text to a number of columns, the last of which is an ellipsis (Ellipsis in
   * cli/command/formatter/displayutils.go).
   */
  public static String ellipsis(String text, int columns) {
    int end = 0;
    int width = 0;
    for (int i = 0; i < text.length(); i += Character.charCount(text.codePointAt(i))) {
      width += of(text.codePointAt(i));
      if (width < columns) {
        end = i + Character.charCount(text.codePointAt(i));
      }
    }
    return width <= columns ? text : text.substring(0, end) + '…';
  }

  private static int of(int c) {
    return isWide(c) ? 2 : 1;
  }

  /** Whether a character takes two columns: Unicode's East Asian Wide and Fullwidth, by block. */
  private static boolean isWide(int c) {
    return c >= 0x1100
        && (c <= 0x115f
            || c >= 0x2e80 && c <= 0xa4cf && c != 0x303f
            || c >= 0xa960 && c <= 0xa97f
            || c >= 0xac00 && c <= 0xd7a3
            || c >= 0xf900 && c <= 0xfaff
            || c >= 0xfe30 && c <= 0xfe6f
            || c >= 0xff01 && c <= 0xff60
            || c >= 0xffe0 && c <= 0xffe6
            || c >= 0x1f300 && c <= 0x1f64f
            || c >= 0x1f900 && c <= 0x1f9ff
            || c >= 0x20000 && c <= 0x3fffd);
  }
}
