package dev.davit.resource;

import dev.davit.engine.model.ImageSummary;
import dev.davit.format.Column;
import dev.davit.format.Listing;
import java.util.List;
import java.util.Map;

/** The columns of {@code images --outdated}. */
public final class OutdatedColumns {
  /** The default table's columns. */
  public static final List<String> SHOWN = List.of("Repository", "Tag", "ID", "Status");

  private OutdatedColumns() {}

  /**
   * A name of an image.
   *
   * @param status {@code current}, {@code outdated}, or {@code unknown} with the reason
   */
  public record Row(ImageSummary image, String repository, String tag, String status) {}

  /**
   * Returns the columns for templates and tables.
   *
   * @param truncate whether to truncate IDs
   */
  public static Listing<Row> listing(boolean truncate) {
    return new Listing<>(
        "*formatter.outdatedContext",
        List.of(
            new Column<>(
                "ID", "IMAGE ID", row -> truncate ? ShortId.of(row.image.id()) : row.image.id()),
            new Column<>("Repository", "REPOSITORY", Row::repository),
            new Column<>("Status", "STATUS", Row::status),
            new Column<>("Tag", "TAG", Row::tag)),
        row -> Map.of());
  }
}
