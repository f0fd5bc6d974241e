package dev.davit.resource;

import dev.davit.engine.model.ImageHistoryItem;
import dev.davit.format.Column;
import dev.davit.format.Listing;
import dev.davit.format.TextWidth;
import dev.davit.format.Units;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** The columns of {@code history}. Mirrors cli/command/image/formatter_history.go. */
public final class HistoryColumns {
  /** The default table's columns. */
  public static final List<String> SHOWN =
      List.of("ID", "CreatedSince", "CreatedBy", "Size", "Comment");

  /** The default table's columns with {@code --human=false}. */
  public static final List<String> SHOWN_EXACT =
      List.of("ID", "CreatedAt", "CreatedBy", "Size", "Comment");

  /** Times up to this one stand for an unknown time. */
  private static final long UNKNOWN = Instant.parse("2000-01-01T00:00:00Z").getEpochSecond();

  private static final int SHORT_INSTRUCTION = 45;

  private final boolean truncate;
  private final boolean human;
  private final CreationTime time;

  private HistoryColumns(boolean truncate, boolean human, InstantSource clock) {
    this.truncate = truncate;
    this.human = human;
    this.time = new CreationTime(clock);
  }

  /**
   * Returns the columns for templates and tables.
   *
   * @param truncate whether to truncate IDs and instructions
   * @param human whether times are ages, and sizes have units
   */
  public static Listing<ImageHistoryItem> listing(
      boolean truncate, boolean human, InstantSource clock) {
    HistoryColumns columns = new HistoryColumns(truncate, human, clock);
    return new Listing<>("*image.historyContext", columns.all(), item -> Map.of());
  }

  private List<Column<ImageHistoryItem>> all() {
    return List.of(
        new Column<>("Comment", "COMMENT", item -> Objects.requireNonNullElse(item.comment(), "")),
        new Column<>("CreatedAt", "CREATED AT", item -> time.rfc3339(item.created())),
        new Column<>("CreatedBy", "CREATED BY", this::createdBy),
        new Column<>("CreatedSince", "CREATED", this::createdSince),
        new Column<>("ID", "IMAGE", item -> truncate ? ShortId.of(item.id()) : item.id()),
        new Column<>("Size", "SIZE", this::size));
  }

  private String createdBy(ImageHistoryItem item) {
    String instruction = item.createdBy().replace('\t', ' ');
    return truncate ? TextWidth.ellipsis(instruction, SHORT_INSTRUCTION) : instruction;
  }

  private String createdSince(ImageHistoryItem item) {
    if (!human) {
      return time.rfc3339(item.created());
    }
    return item.created() <= UNKNOWN ? "N/A" : time.ago(item.created());
  }

  private String size(ImageHistoryItem item) {
    return human ? Units.decimal(item.size(), 3) : Long.toString(item.size());
  }
}
