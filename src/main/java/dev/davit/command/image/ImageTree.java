package dev.davit.command.image;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.davit.command.image.ImageTable.Details;
import dev.davit.command.image.ImageTable.Style;
import dev.davit.engine.model.ImageSummary;
import dev.davit.engine.model.ImageSummary.ImageData;
import dev.davit.engine.model.ImageSummary.Manifest;
import dev.davit.engine.model.ImageSummary.Platform;
import dev.davit.engine.model.ImageSummary.Size;
import dev.davit.format.TextWidth;
import dev.davit.format.Units;
import dev.davit.resource.ImageColumns.Row;
import dev.davit.resource.ImageRows;
import dev.davit.resource.ShortId;
import dev.davit.terminal.WindowSize;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The output of {@code images --tree}, images with the platforms of each, and of {@code images
 * --layout collapsed}, the same without platforms. Mirrors cli/command/image/tree.go.
 */
final class ImageTree {
  private static final String EXPERIMENTAL =
      "WARNING: This is an experimental feature. The output may change and shouldn't be depended"
          + " on.";
  private static final String TITLE = "IMAGE";
  private static final String UNTAGGED = "<untagged>";

  private final List<ImageSummary> images;
  private final ImageTable table;

  private ImageTree(List<ImageSummary> given, WindowSize size, boolean terminal) {
    this.images = new ArrayList<>(given);
    this.images.sort(Comparator.comparingLong(ImageSummary::created).reversed());
    this.table = ImageTable.limited(new Style(true, terminal, terminal), size, widestName(images));
  }

  /**
   * Formats images with their platforms.
   *
   * @param size the size of the terminal, if standard output is one
   */
  static CharSequence of(List<ImageSummary> images, WindowSize size, boolean terminal) {
    ImageTree tree = new ImageTree(images, size, terminal);
    tree.print();
    return tree.table.text();
  }

  /**
   * Formats a line for each name.
   *
   * @param size the size of the terminal, if standard output is one
   * @param colors whether escape sequences may be printed
   */
  static CharSequence collapsed(List<Row> rows, WindowSize size, boolean terminal, boolean colors) {
    int widest = TITLE.length();
    for (Row row : rows) {
      widest = Math.max(widest, TextWidth.of(name(row)));
    }
    ImageTable table = ImageTable.unlimited(new Style(colors, colors, terminal), size, widest);
    if (size.columns() > 0) {
      table.legend();
      table.line();
      table.line();
    }
    table.header();
    for (Row row : rows) {
      String name = name(row);
      String color = name.equals(UNTAGGED) ? ImageTable.FAINT : ImageTable.NAME;
      if (table.fits(name)) {
        table.name(color, name);
      } else {
        table.nameLine(name);
        table.name(color, "");
      }
      table.details(ImageTable.NORMAL, details(row.image()), true);
      table.line();
    }
    return table.text();
  }

  /** The name of an image in the collapsed list. */
  static String name(Row row) {
    return row.tag().equals(ImageRows.NONE) ? UNTAGGED : row.repository() + ':' + row.tag();
  }

  /** The order of the collapsed list: by name, images without a tag last. */
  static int compare(Row one, Row other) {
    boolean untagged = name(one).equals(UNTAGGED);
    boolean otherUntagged = name(other).equals(UNTAGGED);
    return untagged == otherUntagged
        ? name(one).compareTo(name(other))
        : Boolean.compare(untagged, otherUntagged);
  }

  /** Returns the length of the longest name or platform, in bytes as in docker. */
  private static int widestName(List<ImageSummary> images) {
    int widest = TITLE.length();
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
    table.warn(EXPERIMENTAL);
    table.legend();
    table.line();
    table.line();
    table.header();
    boolean spaced = images.stream().anyMatch(image -> !children(image).isEmpty());
    boolean marked = images.stream().anyMatch(ImageTree::hasUsedChild);
    for (ImageSummary image : images) {
      printNames(image);
      table.details(ImageTable.NORMAL, details(image), marked);
      if (spaced) {
        table.line();
      }
      printChildren(children(image));
      table.line();
    }
  }

  /** Prints the names, the longest first; only the last one has cells behind it. */
  private void printNames(ImageSummary image) {
    List<String> names = new ArrayList<>(names(image));
    if (names.isEmpty()) {
      table.name(ImageTable.FAINT, UNTAGGED);
      return;
    }
    names.sort(Comparator.comparingInt((String name) -> name.getBytes(UTF_8).length).reversed());
    names.subList(0, names.size() - 1).forEach(table::nameLine);
    table.name(ImageTable.NAME, names.getLast());
  }

  private void printChildren(List<Manifest> children) {
    for (int i = 0; i < children.size(); i++) {
      Manifest child = children.get(i);
      String color = child.available() ? ImageTable.NORMAL : ImageTable.FAINT;
      String branch = i == children.size() - 1 ? "└─ " : "├─ ";
      table.name(color, branch + platform(child));
      table.details(color, details(child), true);
      table.line();
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
}
