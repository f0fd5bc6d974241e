package dev.davit.terminal;

import java.util.Locale;
import org.jline.utils.AttributedString;
import org.jline.utils.AttributedStyle;

/**
 * A style of text on a terminal, as escape sequences around the text.
 *
 * @param begin sets the style
 * @param end resets all styles
 */
public record TextStyle(String begin, String end) {
  /** Text without a style. */
  public static final TextStyle PLAIN = new TextStyle("", "");

  /**
   * The colours that are legible on dark and light backgrounds, without red, which means errors.
   */
  private static final int[] COLORS = {
    AttributedStyle.CYAN,
    AttributedStyle.YELLOW,
    AttributedStyle.GREEN,
    AttributedStyle.MAGENTA,
    AttributedStyle.BLUE,
    AttributedStyle.CYAN + AttributedStyle.BRIGHT,
    AttributedStyle.YELLOW + AttributedStyle.BRIGHT,
    AttributedStyle.GREEN + AttributedStyle.BRIGHT,
    AttributedStyle.MAGENTA + AttributedStyle.BRIGHT,
    AttributedStyle.BLUE + AttributedStyle.BRIGHT
  };

  /** Returns a colour that depends on a name only, so that it is the same in all runs. */
  public static TextStyle ofName(String name) {
    int hash = name.hashCode() * 0x9E3779B1;
    return of(AttributedStyle.DEFAULT.foreground(COLORS[(hash >>> 16) % COLORS.length]));
  }

  /** Returns the style of a match. */
  public static TextStyle ofMatch() {
    return of(AttributedStyle.BOLD.foreground(AttributedStyle.RED));
  }

  /** Returns the style of a line that a change adds. */
  public static TextStyle ofAdded() {
    return of(AttributedStyle.DEFAULT.foreground(AttributedStyle.GREEN));
  }

  /** Returns the style of a line that a change removes. */
  public static TextStyle ofRemoved() {
    return of(AttributedStyle.DEFAULT.foreground(AttributedStyle.RED));
  }

  private static TextStyle of(AttributedStyle style) {
    String[] parts =
        new AttributedString("|", style).toAnsi().toLowerCase(Locale.ROOT).split("\\|", -1);
    return new TextStyle(parts[0], parts[1]);
  }
}
