package dev.davit.text;

/** Removes spaces around a value and no other white space, as Go's {@code strings.Trim(s, " ")}. */
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
