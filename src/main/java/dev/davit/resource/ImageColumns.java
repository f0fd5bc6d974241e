package dev.davit.resource;

import dev.davit.engine.model.ImageSummary;
import dev.davit.format.Column;
import dev.davit.format.Listing;
import dev.davit.format.Units;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;

/** The columns of {@code images}. Mirrors cli/command/formatter/image.go. */
public final class ImageColumns {
  /** The default table's columns. */
  public static final List<String> SHOWN =
      List.of("Repository", "Tag", "ID", "CreatedSince", "Size");

  /** The default table's columns with {@code --digests}. */
  public static final List<String> SHOWN_WITH_DIGESTS =
      List.of("Repository", "Tag", "Digest", "ID", "CreatedSince", "Size");

  private static final String NONE = "N/A";

  private final boolean truncate;
  private final CreationTime time;

  private ImageColumns(boolean truncate, InstantSource clock) {
    this.truncate = truncate;
    this.time = new CreationTime(clock);
  }

  /**
   * A name of an image, or an image without a name.
   *
   * @param digest empty for a name without a tag unless digests are shown
   */
  public record Row(ImageSummary image, String repository, String tag, String digest) {}

  /**
   * Returns the columns for templates.
   *
   * @param truncate whether to truncate IDs
   */
  public static Listing<Row> listing(boolean truncate, InstantSource clock) {
    return new ImageColumns(truncate, clock).listing("");
  }

  /** Returns the columns for the default table, where no cell is empty. */
  public static Listing<Row> table(boolean truncate, InstantSource clock) {
    return new ImageColumns(truncate, clock).listing(NONE);
  }

  /** Returns the template for the format {@code raw}. */
  public static String raw(boolean quiet, boolean digests) {
    if (quiet) {
      return "image_id: {{.ID}}";
    }
    return "repository: {{.Repository}}\ntag: {{.Tag}}\n"
        + (digests ? "digest: {{.Digest}}\n" : "")
        + "image_id: {{.ID}}\ncreated_at: {{.CreatedAt}}\nvirtual_size: {{.Size}}\n";
  }

  private Listing<Row> listing(String noTime) {
    return new Listing<>(
        "*formatter.imageContext",
        List.of(
            new Column<>("Containers", "CONTAINERS", row -> containers(row.image)),
            new Column<>("CreatedAt", "CREATED AT", row -> time.text(row.image.created())),
            new Column<>("CreatedSince", "CREATED", row -> createdSince(row.image, noTime)),
            new Column<>("Digest", "DIGEST", Row::digest),
            new Column<>("ID", "IMAGE ID", row -> id(row.image)),
            new Column<>("Repository", "REPOSITORY", Row::repository),
            new Column<>("SharedSize", "SHARED SIZE", row -> sharedSize(row.image)),
            new Column<>("Size", "SIZE", row -> Units.decimal(row.image.size(), 3)),
            new Column<>("Tag", "TAG", Row::tag),
            new Column<>("UniqueSize", "UNIQUE SIZE", row -> uniqueSize(row.image)),
            new Column<>("VirtualSize", "SIZE", row -> Units.decimal(row.image.size(), 4))),
        row -> Map.of());
  }

  private String id(ImageSummary image) {
    return truncate ? ShortId.of(image.id()) : image.id();
  }

  private String createdSince(ImageSummary image, String noTime) {
    return image.created() == CreationTime.ZERO ? noTime : time.ago(image.created());
  }

  private static String containers(ImageSummary image) {
    return image.containers() == -1 ? NONE : Long.toString(image.containers());
  }

  private static String sharedSize(ImageSummary image) {
    return image.sharedSize() == -1 ? NONE : Units.decimal(image.sharedSize(), 4);
  }

  private static String uniqueSize(ImageSummary image) {
    return image.size() == -1 || image.sharedSize() == -1
        ? NONE
        : Units.decimal(image.size() - image.sharedSize(), 4);
  }
}
