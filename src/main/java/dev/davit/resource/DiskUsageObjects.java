package dev.davit.resource;

import dev.davit.engine.model.BuildCacheRecord;
import dev.davit.engine.model.ContainerSummary;
import dev.davit.engine.model.DiskUsage;
import dev.davit.engine.model.ImageSummary;
import dev.davit.engine.model.VolumeSummary;
import dev.davit.format.Column;
import dev.davit.format.Listing;
import dev.davit.format.Units;
import dev.davit.output.OutputTime;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The objects of {@code system df --top} and {@code --output}: images, containers, volumes and
 * build cache records.
 */
public final class DiskUsageObjects {
  /** The default table's columns. */
  public static final List<String> SHOWN = List.of("Type", "Name", "Size", "Reclaimable");

  private DiskUsageObjects() {}

  /**
   * An object.
   *
   * @param type {@code image}, {@code container}, {@code volume} or {@code buildCache}
   * @param id the full ID; of a volume its name
   * @param name the name; of an object without a name its short ID
   * @param size bytes; those of an image include layers that other images share; -1 if unknown
   * @param sharedSize bytes that other objects have, too; null if the engine does not know them
   * @param reclaimable whether the object is not in use
   * @param created null if the engine does not know it
   */
  public record Row(
      String type,
      String id,
      String name,
      long size,
      @Nullable Long sharedSize,
      boolean reclaimable,
      @Nullable Instant created) {}

  /** Returns the columns for templates and tables. */
  public static Listing<Row> listing() {
    return new Listing<>(
        "*resource.DiskUsageObjects",
        List.of(
            new Column<>("Name", "NAME", Row::name),
            new Column<>("Reclaimable", "RECLAIMABLE", row -> row.reclaimable() ? "yes" : "no"),
            new Column<>("Size", "SIZE", row -> Units.decimal(Math.max(row.size(), 0), 4)),
            new Column<>("Type", "TYPE", Row::type)),
        row -> Map.of());
  }

  /**
   * Returns the largest images, containers and volumes; of the same size, sorted by type and name.
   */
  public static List<Row> largest(DiskUsage usage, long limit) {
    return objects(usage)
        .sorted(
            Comparator.comparingLong(Row::size)
                .reversed()
                .thenComparing(Row::type)
                .thenComparing(Row::name))
        .limit(limit)
        .toList();
  }

  /** Returns all objects in the order of {@code --verbose}. */
  public static List<Row> all(DiskUsage usage) {
    return Stream.concat(
            objects(usage),
            DiskUsageDetails.byLastUse(usage.buildCache()).map(DiskUsageObjects::row))
        .toList();
  }

  private static Stream<Row> objects(DiskUsage usage) {
    return Stream.of(
            usage.images().stream().map(DiskUsageObjects::row),
            usage.containers().stream().map(DiskUsageObjects::row),
            DiskUsageDetails.byName(usage.volumes()).map(DiskUsageObjects::row))
        .flatMap(rows -> rows);
  }

  private static Row row(ImageSummary image) {
    String tag = ImageRows.firstTag(image);
    return new Row(
        "image",
        image.id(),
        tag.isEmpty() ? ShortId.of(image.id()) : tag,
        image.size(),
        image.sharedSize() < 0 ? null : image.sharedSize(),
        !DiskUsageColumns.isUsed(image),
        OutputTime.ofSeconds(image.created()));
  }

  private static Row row(ContainerSummary container) {
    return new Row(
        "container",
        container.id(),
        ObjectKind.nameOf(container).orElseGet(() -> ShortId.of(container.id())),
        container.sizeRw(),
        0L,
        !DiskUsageColumns.isActive(container),
        OutputTime.ofSeconds(container.created()));
  }

  private static Row row(VolumeSummary volume) {
    return new Row(
        "volume",
        volume.name(),
        volume.name(),
        volume.usageData() == null ? -1 : volume.usageData().size(),
        0L,
        !DiskUsageColumns.isUsed(volume),
        OutputTime.of(volume.createdAt()));
  }

  private static Row row(BuildCacheRecord each) {
    return new Row(
        "buildCache",
        each.id(),
        ShortId.of(each.id()),
        each.size(),
        each.shared() ? each.size() : 0L,
        !each.inUse(),
        OutputTime.of(each.createdAt()));
  }
}
