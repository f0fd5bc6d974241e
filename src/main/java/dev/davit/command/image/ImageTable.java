package dev.davit.command.image;

import dev.davit.format.TextWidth;
import dev.davit.terminal.WindowSize;
import dev.davit.text.ControlBytes;
import java.util.ArrayList;
import java.util.List;

/**
 * The table in which {@link ImageTree} lists images: names, and columns that are left out where the
 * terminal is too narrow.
 */
final class ImageTable {
  static final String NAME = "\u001b[34m\u001b[1m";
  static final String NORMAL = "\u001b[39m";
  static final String FAINT = "\u001b[39m\u001b[2m";
  private static final int DEFAULT_WIDTH = 80;
  private static final int NARROWEST = 20;
  private static final int NARROWEST_NAME = 12;
  private static final String SPACING = "   ";
  private static final String RESET = "\u001b[0m";
  private static final String TITLE = "\u001b[39m\u001b[1m";
  private static final String WARNING = "\u001b[93m";
  private static final String USED = "\u001b[38;5;0m\u001b[48;5;14m U " + RESET;
  private static final String INFO = " Info -> ";
  private static final String INFO_AT_A_TERMINAL =
      "\u001b[1m\u001b[106m\u001b[30mi" + RESET + RESET + " \u001b[96mInfo → " + RESET + RESET;

  private final Style style;
  private final int fullWidth;
  private final List<Column> columns = new ArrayList<>();
  private final int nameWidth;
  private final StringBuilder out = new StringBuilder();

  /** The columns after the names. */
  private enum Column {
    ID("ID", 12, false),
    DISK_USAGE("DISK USAGE", 10, true),
    CONTENT_SIZE("CONTENT SIZE", 12, true),
    EXTRA("EXTRA", 5, false);

    private final String title;
    private final int width;
    private final boolean right;

    Column(String title, int width, boolean right) {
      this.title = title;
      this.width = width;
      this.right = right;
    }
  }

  /**
   * The colors and escapes of a destination.
   *
   * @param titles whether the header has colors
   * @param colors whether all else has colors
   * @param escaped whether control characters are escaped
   */
  record Style(boolean titles, boolean colors, boolean escaped) {}

  /** The cells of an image or of a platform. */
  record Details(String id, String diskUsage, String contentSize, boolean used) {}

  private ImageTable(Style style, int fullWidth, int available, int widestName) {
    this.style = style;
    this.fullWidth = fullWidth;
    int left = available;
    for (Column column : Column.values()) {
      int taken = column.width + SPACING.length();
      if (left - taken < NARROWEST_NAME) {
        break;
      }
      left -= taken;
      columns.add(column);
    }
    this.nameWidth = Math.min(left, widestName);
  }

  /**
   * Creates a table as wide as the terminal, or of 80 columns.
   *
   * @param size the size of the terminal, if standard output is one
   */
  static ImageTable limited(Style style, WindowSize size, int widestName) {
    return new ImageTable(style, size.columns(), width(size), widestName);
  }

  /** Creates a table in which no name is truncated unless the width of the terminal is known. */
  static ImageTable unlimited(Style style, WindowSize size, int widestName) {
    int columns = size.columns();
    return new ImageTable(
        style, columns, columns == 0 ? Integer.MAX_VALUE : width(size), widestName);
  }

  private static int width(WindowSize size) {
    return size.columns() == 0 ? DEFAULT_WIDTH : Math.max(size.columns(), NARROWEST);
  }

  CharSequence text() {
    return out;
  }

  /** Adds a line that warns. */
  void warn(String text) {
    out.append(painted(color(WARNING), text)).append('\n');
  }

  void line() {
    out.append('\n');
  }

  void header() {
    String title = style.titles ? TITLE : "";
    out.append(cell(title, "IMAGE", nameWidth, false));
    for (Column column : columns) {
      out.append(SPACING).append(cell(title, column.title, column.width, column.right));
    }
    out.append('\n');
  }

  /** Adds the explanation of the mark of images in use, at the right edge. */
  void legend() {
    String text = style.colors ? INFO_AT_A_TERMINAL + ' ' + USED : INFO + " U";
    int length = style.colors ? "i Info →   U ".length() : text.length();
    String rest = " In Use ";
    int width = fullWidth == 0 ? DEFAULT_WIDTH : Math.max(fullWidth, NARROWEST);
    out.repeat(' ', Math.max(width - length - rest.length(), 0)).append(text).append(rest);
  }

  /** Adds a name on a line of its own. */
  void nameLine(String name) {
    String text = shown(name);
    out.append(painted(color(NAME), fullWidth == 0 ? text : truncated(text, fullWidth)));
    out.append('\n');
  }

  /** Whether a name is not truncated in its column. */
  boolean fits(String name) {
    return TextWidth.of(shown(name)) <= nameWidth;
  }

  void name(String color, String name) {
    out.append(cell(color(color), name, nameWidth, false));
  }

  /**
   * Adds the cells after the name.
   *
   * @param marked whether an image in use is marked
   */
  void details(String color, Details details, boolean marked) {
    for (Column column : columns) {
      out.append(SPACING);
      if (column == Column.EXTRA) {
        String chip = !marked || !details.used ? "" : style.colors ? USED : "U";
        int length = chip.isEmpty() ? 0 : style.colors ? " U ".length() : 1;
        out.append(chip).repeat(' ', column.width - length);
      } else {
        String cell =
            switch (column) {
              case ID -> details.id;
              case DISK_USAGE -> details.diskUsage;
              default -> details.contentSize;
            };
        out.append(cell(color(color), cell, column.width, column.right));
      }
    }
  }

  private String color(String color) {
    return style.colors ? color : "";
  }

  private static String painted(String color, String text) {
    return color.isEmpty() ? text : color + text + RESET;
  }

  /** Fills a text with blanks up to a width, or truncates the text to that width. */
  private String cell(String color, String given, int width, boolean right) {
    String text = shown(given);
    int blanks = width - TextWidth.of(text);
    if (blanks < 0) {
      return painted(color, truncated(text, width));
    }
    String painted = painted(color, text);
    return right ? " ".repeat(blanks) + painted : painted + " ".repeat(blanks);
  }

  /** Truncates a text of at least {@code length} characters, the last of which is an ellipsis. */
  private static String truncated(String text, int length) {
    return text.codePointCount(0, text.length()) < length
        ? text
        : text.substring(0, text.offsetByCodePoints(0, length - 1)) + '…';
  }

  private String shown(String text) {
    return style.escaped ? ControlBytes.shown(text) : text;
  }
}
