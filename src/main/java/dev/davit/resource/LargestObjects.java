package dev.davit.resource;

import dev.davit.engine.model.ContainerSummary;
import dev.davit.engine.model.DiskUsage;
import dev.davit.engine.model.ImageSummary;
import dev.davit.engine.model.VolumeSummary;
import dev.davit.format.Column;
import dev.davit.format.Listing;
import dev.davit.format.Units;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The objects of {@code system df --top}: images, containers and volumes, the largest first. */
public final class LargestObjects {
  /** The default table's columns. */
  public static final List<String> SHOWN = List.of("Type", "Name", "Size", "Reclaimable");

  private LargestObjects() {}

  /**
   * An object.
   *
   * @param size bytes; those of an image include layers that other images share
   * @param reclaimable whether the object is not in use
   */
  public record Row(String type, String name, long size, boolean reclaimable) {}

  /** Returns the columns for templates and tables. */
  public static Listing<Row> listing() {
    return new Listing<>(
        "*resource.LargestObjects",
        List.of(
            new Column<>("Name", "NAME", Row::name),
            new Column<>("Reclaimable", "RECLAIMABLE", row -> row.reclaimable() ? "yes" : "no"),
            new Column<>("Size", "SIZE", row -> Units.decimal(row.size(), 4)),
            new Column<>("Type", "TYPE", Row::type)),
        row -> Map.of());
  }

  /** Returns the largest objects; of the same size, sorted by type and name. */
  public static List<Row> of(DiskUsage usage, long limit) {
    return Stream.of(
            usage.images().stream().map(LargestObjects::row),
            usage.containers().stream().map(LargestObjects::row),
            usage.volumes().stream().map(LargestObjects::row))
        .flatMap(rows -> rows)
        .sorted(
            Comparator.comparingLong(Row::size)
                .reversed()
                .thenComparing(Row::type)
                .thenComparing(Row::name))
        .limit(limit)
        .toList();
  }

  private static Row row(ImageSummary image) {
    String tag = ImageRows.firstTag(image);
    String name = tag.isEmpty() ? ShortId.of(image.id()) : tag;
    return new Row("image", name, image.size(), !DiskUsageColumns.isUsed(image));
  }

  private static Row row(ContainerSummary container) {
    List<String> names = container.names();
    String name =
        names == null || names.isEmpty()
            ? ShortId.of(container.id())
            : names.getFirst().replaceFirst("^/", "");
    return new Row("container", name, container.sizeRw(), !DiskUsageColumns.isActive(container));
  }

  private static Row row(VolumeSummary volume) {
    return new Row(
        "volume", volume.name(), DiskUsageColumns.size(volume), !DiskUsageColumns.isUsed(volume));
  }
}
