package dev.davit.command.image;

import dev.davit.output.SortOrder;
import dev.davit.output.schema.ImageOutput;
import dev.davit.resource.ImageColumns.Row;
import java.util.Comparator;
import java.util.Locale;

/**
 * The order of a list of images: a key, in reverse order after {@code -}. Images that are equal by
 * the key are in the order of their names.
 */
record ImageOrder(Key key, boolean reverse) implements Comparator<Row> {
  private enum Key {
    CREATED,
    NAME,
    REPOSITORY,
    SIZE,
    TAG
  }

  /**
   * Parses an order, such as {@code -size}, or several fields of {@code --output}.
   *
   * @throws IllegalArgumentException with the reason
   */
  static Comparator<Row> parse(String text) {
    boolean reverse = text.startsWith("-");
    String name = reverse ? text.substring(1) : text;
    for (Key key : Key.values()) {
      if (key.name().toLowerCase(Locale.ROOT).equals(name)) {
        return new ImageOrder(key, reverse);
      }
    }
    return SortOrder.parse(text, ImageOutput.SCHEMA)
        .of(ImageOutput.SCHEMA)
        .thenComparing(ImageOrder::byName);
  }

  @Override
  public int compare(Row one, Row other) {
    int order =
        switch (key) {
          case CREATED -> Long.compare(one.image().created(), other.image().created());
          case SIZE -> Long.compare(one.image().size(), other.image().size());
          case REPOSITORY -> one.repository().compareTo(other.repository());
          case TAG -> one.tag().compareTo(other.tag());
          case NAME -> byName(one, other);
        };
    return order == 0 ? byName(one, other) : reverse ? -order : order;
  }

  private static int byName(Row one, Row other) {
    int repositories = one.repository().compareTo(other.repository());
    return repositories == 0 ? one.tag().compareTo(other.tag()) : repositories;
  }
}
