package dev.davit.resource;

import dev.davit.engine.model.BuildCacheRecord;
import dev.davit.engine.model.ContainerSummary;
import dev.davit.engine.model.DiskUsage;
import dev.davit.engine.model.ImageSummary;
import dev.davit.engine.model.VolumeSummary;
import dev.davit.format.Column;
import dev.davit.format.Listing;
import dev.davit.format.Units;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.ToLongFunction;

/**
 * The rows and columns of {@code system df}: one row for each kind of object. Mirrors
 * cli/command/formatter/disk_usage.go.
 */
public final class DiskUsageColumns {
  /** The default table's columns. */
  public static final List<String> SHOWN =
      List.of("Type", "TotalCount", "Active", "Size", "Reclaimable");

  /** The template for the format {@code raw}. */
  public static final String RAW =
      """
      type: {{.Type}}
      total: {{.TotalCount}}
      active: {{.Active}}
      size: {{.Size}}
      reclaimable: {{.Reclaimable}}
      """;

  /** The states of containers that are running. */
  private static final Set<String> ACTIVE = Set.of("paused", "restarting", "running");

  private DiskUsageColumns() {}

  /**
   * A kind of object.
   *
   * @param size bytes of all objects
   * @param reclaimable bytes of the objects that are not in use
   * @param percent whether {@code reclaimable} is shown as a part of {@code size}, too
   */
  public record Row(
      String type, int count, long active, long size, long reclaimable, boolean percent) {
    private static <T> Row of(
        String type, Collection<T> all, Predicate<T> active, ToLongFunction<T> size) {
      return new Row(
          type,
          all.size(),
          all.stream().filter(active).count(),
          sum(all, each -> true, size),
          sum(all, active.negate(), size),
          true);
    }

    private String shownReclaimable() {
      String bytes = Units.decimal(reclaimable, 4);
      return percent && size > 0 ? bytes + " (" + reclaimable * 100 / size + "%)" : bytes;
    }
  }

  /** Returns the columns for templates and tables. */
  public static Listing<Row> listing() {
    return new Listing<>(
        "*formatter.diskUsageImagesContext",
        List.of(
            new Column<>("Active", "ACTIVE", row -> Long.toString(row.active())),
            new Column<>("Reclaimable", "RECLAIMABLE", Row::shownReclaimable),
            new Column<>("Size", "SIZE", row -> Units.decimal(row.size(), 4)),
            new Column<>("TotalCount", "TOTAL", row -> Integer.toString(row.count())),
            new Column<>("Type", "TYPE", Row::type)),
        row -> Map.of());
  }

  /** Returns the rows. */
  public static List<Row> rows(DiskUsage usage) {
    return List.of(
        images(usage),
        Row.of(
            "Containers", usage.containers(), DiskUsageColumns::isActive, ContainerSummary::sizeRw),
        Row.of("Local Volumes", usage.volumes(), DiskUsageColumns::isUsed, DiskUsageColumns::size),
        buildCache(usage));
  }

  /** Returns the bytes of the build cache without records that images share. */
  public static long buildCacheSize(DiskUsage usage) {
    return sum(usage.buildCache(), each -> !each.shared(), BuildCacheRecord::size);
  }

  /** Layers are shared, so what is not in use is the rest after all that is used by one image. */
  private static Row images(DiskUsage usage) {
    long used =
        sum(
            usage.images(),
            each -> each.containers() != 0 && each.size() != -1 && each.sharedSize() != -1,
            each -> each.size() - each.sharedSize());
    return new Row(
        "Images",
        usage.images().size(),
        usage.images().stream().filter(DiskUsageColumns::isUsed).count(),
        usage.layersSize(),
        usage.layersSize() - used,
        true);
  }

  private static Row buildCache(DiskUsage usage) {
    List<BuildCacheRecord> all = usage.buildCache();
    long size = buildCacheSize(usage);
    long used = sum(all, each -> each.inUse() && !each.shared(), BuildCacheRecord::size);
    long active = all.stream().filter(BuildCacheRecord::inUse).count();
    return new Row("Build Cache", all.size(), active, size, size - used, false);
  }

  private static <T> long sum(Collection<T> all, Predicate<T> counted, ToLongFunction<T> size) {
    return all.stream().filter(counted).mapToLong(size).sum();
  }

  /** Whether a container uses the image. */
  static boolean isUsed(ImageSummary image) {
    return image.containers() > 0;
  }

  /** Whether the container is running, paused or restarting. */
  public static boolean isActive(ContainerSummary container) {
    return ACTIVE.contains(Objects.requireNonNullElse(container.state(), ""));
  }

  /** Whether a container mounts the volume. */
  static boolean isUsed(VolumeSummary volume) {
    return volume.usageData() != null && volume.usageData().refCount() > 0;
  }

  /** Returns the bytes of volumes, by name, as far as the engine knows them. */
  public static Map<String, Long> sizesOfVolumes(DiskUsage usage) {
    Map<String, Long> sizes = new HashMap<>();
    for (VolumeSummary volume : usage.volumes()) {
      if (volume.usageData() != null && volume.usageData().size() >= 0) {
        sizes.put(volume.name(), volume.usageData().size());
      }
    }
    return sizes;
  }

  /** Returns the bytes of a volume; 0 if the engine does not know the size. */
  public static long size(VolumeSummary volume) {
    return volume.usageData() == null ? 0 : Math.max(volume.usageData().size(), 0);
  }
}
