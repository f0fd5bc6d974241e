package dev.davit.command.image;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.davit.engine.model.ImageSummary;
import dev.davit.engine.model.ImageSummary.ImageData;
import dev.davit.engine.model.ImageSummary.Manifest;
import dev.davit.engine.model.ImageSummary.Platform;
import dev.davit.engine.model.ImageSummary.Size;
import dev.davit.format.TextWidth;
import dev.davit.format.Units;
import dev.davit.resource.ShortId;
import dev.davit.terminal.WindowSize;
import dev.davit.text.ControlBytes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The output of {@code images --tree}: images with the platforms of each. Mirrors
 * cli/command/image/tree.go.
 */
final class ImageTree {
  private static final int DEFAULT_WIDTH = 80;
  private static final int NARROWEST = 20;
  private static final int NARROWEST_NAME = 12;
  private static final String SPACING = "   ";
  private static final String RESET = "\u001b[0m";
  private static final String TITLE = "\u001b[39m\u001b[1m";
  private static final String NAME = "\u001b[34m\u001b[1m";
  private static final String NORMAL = "\u001b[39m";
  private static final String FAINT = "\u001b[39m\u001b[2m";
  private static final String WARNING = "\u001b[93m";
  private static final String USED = "\u001b[38;5;0m\u001b[48;5;14m U " + RESET;

  private static final String EXPERIMENTAL =
      "WARNING: This is an experimental feature. The output may change and shouldn't be depended"
          + " on.";
  private static final String INFO = " Info -> ";
  private static final String INFO_AT_A_TERMINAL =
      "\u001b[1m\u001b[106m\u001b[30mi" + RESET + RESET + " \u001b[96mInfo → " + RESET + RESET;

  private final List<ImageSummary> images;
  private final int fullWidth;
  private final boolean terminal;
  private final List<Column> columns;
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

  /** The cells of an image or of a platform. */
  private record Details(String id, String diskUsage, String contentSize, boolean used) {}

  private ImageTree(List<ImageSummary> given, WindowSize size, boolean terminal) {
    this.images = new ArrayList<>(given);
    this.images.sort(Comparator.comparingLong(ImageSummary::created).reversed());
    this.fullWidth = size.columns();
    this.terminal = terminal;
    this.columns = new ArrayList<>();
    int left = width();
    for (Column column : Column.values()) {
      int taken = column.width + SPACING.length();
      if (left - taken < NARROWEST_NAME) {
        break;
      }
      left -= taken;
      columns.add(column);
    }
    this.nameWidth = Math.min(left, widestName());
  }

  /**
   * Formats images.
   *
   * @param size the size of the terminal, if standard output is one
   */
  static CharSequence of(List<ImageSummary> images, WindowSize size, boolean terminal) {
    ImageTree tree = new ImageTree(images, size, terminal);
    tree.print();
    return tree.out;
  }

  private int width() {
    return fullWidth == 0 ? DEFAULT_WIDTH : Math.max(fullWidth, NARROWEST);
  }

  /** Returns the length of the longest name or platform, in bytes as in docker. */
  private int widestName() {
    int widest = "IMAGE".length();
    for (ImageSummary image : images) {
      for (String name : names(image)) {
        widest = Math.max(widest, name.getBytes(UTF_8).length);
      }
      for (Manifest child : children(image)) {
        widest = Math.max(widest, ("└─ " + platform(child)).getBytes(UTF_8).length);
      }
    }
    return widest;
  }

  private void print() {
    out.append(painted(color(WARNING), EXPERIMENTAL)).append('\n');
    legend();
    out.append("\n\n").append(cell(TITLE, "IMAGE", nameWidth, false));
    for (Column column : columns) {
      out.append(SPACING).append(cell(TITLE, column.title, column.width, column.right));
    }
    out.append('\n');
    boolean spaced = images.stream().anyMatch(image -> !children(image).isEmpty());
    boolean chips = images.stream().anyMatch(ImageTree::hasUsedChild);
    for (ImageSummary image : images) {
      printNames(image);
      details(NORMAL, details(image), chips);
      if (spaced) {
        out.append('\n');
      }
      printChildren(children(image));
      out.append('\n');
    }
  }

  private void legend() {
    String text = terminal ? INFO_AT_A_TERMINAL + ' ' + USED : INFO + " U";
    int length = terminal ? "i Info →   U ".length() : text.length();
    String rest = " In Use ";
    out.repeat(' ', Math.max(width() - length - rest.length(), 0)).append(text).append(rest);
  }

  /** Prints the names, the longest first; only the last one has cells behind it. */
  private void printNames(ImageSummary image) {
    List<String> names = new ArrayList<>(names(image));
    if (names.isEmpty()) {
      out.append(cell(color(FAINT), "<untagged>", nameWidth, false));
      return;
    }
    names.sort(Comparator.comparingInt((String name) -> name.getBytes(UTF_8).length).reversed());
    for (String name : names.subList(0, names.size() - 1)) {
      String text = shown(name);
      out.append(painted(color(NAME), fullWidth == 0 ? text : truncated(text, fullWidth)));
      out.append('\n');
    }
    out.append(cell(color(NAME), names.getLast(), nameWidth, false));
  }

  private void printChildren(List<Manifest> children) {
    for (int i = 0; i < children.size(); i++) {
      Manifest child = children.get(i);
      String color = child.available() ? NORMAL : FAINT;
      String branch = i == children.size() - 1 ? "└─ " : "├─ ";
      out.append(cell(color(color), branch + platform(child), nameWidth, false));
      details(color, details(child), true);
      out.append('\n');
    }
  }

  private void details(String color, Details details, boolean chips) {
    for (Column column : columns) {
      out.append(SPACING);
      if (column == Column.EXTRA) {
        String chip = !chips || !details.used ? "" : terminal ? USED : "U";
        int length = chip.isEmpty() ? 0 : terminal ? " U ".length() : 1;
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

  private static Details details(ImageSummary image) {
    long content = 0;
    for (Manifest manifest : manifests(image)) {
      content += size(manifest).content();
    }
    boolean used = image.containers() > 0 || hasUsedChild(image);
    return new Details(ShortId.of(image.id()), bytes(image.size()), bytes(content), used);
  }

  private static Details details(Manifest child) {
    Size size = size(child);
    return new Details(
        ShortId.of(Objects.requireNonNullElse(child.id(), "")),
        bytes(size.total()),
        bytes(size.content()),
        isUsed(child));
  }

  private static boolean hasUsedChild(ImageSummary image) {
    return children(image).stream().anyMatch(ImageTree::isUsed);
  }

  private static boolean isUsed(Manifest child) {
    ImageData data = child.imageData();
    return data != null && data.containers() != null && !data.containers().isEmpty();
  }

  private static List<Manifest> children(ImageSummary image) {
    return manifests(image).stream().filter(Manifest::isImage).toList();
  }

  private static List<Manifest> manifests(ImageSummary image) {
    return Objects.requireNonNullElse(image.manifests(), List.of());
  }

  private static List<String> names(ImageSummary image) {
    return Objects.requireNonNullElse(image.repoTags(), List.of());
  }

  private static Size size(Manifest manifest) {
    return Objects.requireNonNullElse(manifest.size(), new Size(0, 0));
  }

  private static String platform(Manifest child) {
    Platform platform = child.imageData() == null ? null : child.imageData().platform();
    if (platform == null || platform.os() == null || platform.os().isEmpty()) {
      return "unknown";
    }
    return platform.os() + part(platform.architecture()) + part(platform.variant());
  }

  private static String part(@Nullable String name) {
    return name == null || name.isEmpty() ? "" : '/' + name;
  }

  private static String bytes(long size) {
    return Units.decimal(size, 3);
  }

  private String color(String color) {
    return terminal ? color : "";
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
    return terminal ? ControlBytes.shown(text) : text;
  }
}
