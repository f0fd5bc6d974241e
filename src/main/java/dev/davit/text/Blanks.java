package dev.davit.text;

/** Spaces around a value, and nothing else that Java would strip: Go's {@code strings.Trim}. */
public final class Blanks {
  private Blanks() {}

  public static String trim(String text) {
    int from = 0;
    int to = text.length();
    while (from < to && text.charAt(from) == ' ') {
      from++;
    }
    while (to > from && text.charAt(to - 1) == ' ') {
      to--;
    }
    return text.substring(from, to);
  }
}
