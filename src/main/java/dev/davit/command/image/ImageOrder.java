package dev.davit.command.image;

import dev.davit.resource.ImageColumns.Row;
import java.util.Comparator;

/**
 * The order of a list of images: a key, in reverse order after {@code -}. Images that are equal by
 * the key are in the order of their names.
 */
record ImageOrder(Key key, boolean reverse) implements Comparator<Row> {
  /** All values of the flag. */
  static final String WORDS =
      "created name repository size tag -created -name -repository -size -tag";

  private enum Key {
    CREATED,
    NAME,
    REPOSITORY,
    SIZE,
    TAG
  }

  /**
   * Parses an order, such as {@code -size}.
   *
   * @throws IllegalArgumentException with the reason
   */
  static ImageOrder parse(String text) {
    boolean reverse = text.startsWith("-");
    Key key =
        switch (reverse ? text.substring(1) : text) {
          case "created" -> Key.CREATED;
          case "name" -> Key.NAME;
          case "repository" -> Key.REPOSITORY;
          case "size" -> Key.SIZE;
          case "tag" -> Key.TAG;
          default ->
              throw new IllegalArgumentException(
                  "must be created, name, repository, size or tag, or one of these after -");
        };
    return new ImageOrder(key, reverse);
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
