package dev.davit.resource;

import dev.davit.engine.model.BuildCacheRecord;
import dev.davit.engine.model.ContainerSummary;
import dev.davit.engine.model.DiskUsage;
import dev.davit.engine.model.ImageSummary;
import dev.davit.engine.model.VolumeSummary;
import dev.davit.format.FormatException;
import dev.davit.format.Listing;
import dev.davit.format.Units;
import dev.davit.opts.ImageRef;
import dev.davit.template.GoStruct;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The objects of {@code system df -v}: four tables, or a Go struct for a template. Volumes are
 * sorted by name, as engines list them in random order. Mirrors verboseWrite of
 * cli/command/formatter/disk_usage.go.
 */
public final class DiskUsageDetails {
  private static final String NONE = "<none>";

  private static final List<String> IMAGE_COLUMNS =
      List.of(
          "Repository",
          "Tag",
          "ID",
          "CreatedSince",
          "Size",
          "SharedSize",
          "UniqueSize",
          "Containers");
  private static final List<String> CONTAINER_COLUMNS =
      List.of("ID", "Image", "Command", "LocalVolumes", "Size", "RunningFor", "Status", "Names");
  private static final List<String> VOLUME_COLUMNS = List.of("Name", "Links", "Size");

  /** The template for the format {@code raw}. */
  public static final String RAW =
      raw("Images", "Image", ImageColumns.raw(false, true))
          + raw("Containers", "Container", ContainerColumns.raw(false, true))
          + raw("Volumes", "Volume", VolumeColumns.raw(false, false))
          + raw("BuildCache", "Build Cache", BuildCacheColumns.RAW);

  private final DiskUsage usage;
  private final boolean truncate;
  private final InstantSource clock;

  /**
   * Creates the details.
   *
   * @param truncate whether to truncate IDs, commands and names
   */
  public DiskUsageDetails(DiskUsage usage, boolean truncate, InstantSource clock) {
    this.usage = usage;
    this.truncate = truncate;
    this.clock = clock;
  }

  private static String raw(String list, String type, String template) {
    return "{{range ." + list + "}}type: " + type + '\n' + template + "\n{{end -}}\n";
  }

  /** Returns the four tables, with control characters escaped on a terminal. */
  public CharSequence tables(BooleanSupplier terminal) throws FormatException {
    StringBuilder text = new StringBuilder("Images space usage:\n\n");
    text.append(imageColumns().on(terminal).table(IMAGE_COLUMNS, true).of(images()));
    text.append("\nContainers space usage:\n\n")
        .append(containerColumns().on(terminal).table(CONTAINER_COLUMNS, true).of(containers()));
    text.append("\nLocal Volumes space usage:\n\n")
        .append(volumeColumns().on(terminal).table(VOLUME_COLUMNS, true).of(volumes()));
    return text.append("\nBuild cache usage: ")
        .append(Units.decimal(DiskUsageColumns.buildCacheSize(usage), 4))
        .append("\n\n")
        .append(cacheColumns().on(terminal).table(BuildCacheColumns.SHOWN, true).of(buildCache()));
  }

  /** Returns the struct that a template sees. */
  public GoStruct value() {
    Map<String, @Nullable Object> fields = new LinkedHashMap<>();
    fields.put("Images", imageColumns().values(images()));
    fields.put("Containers", containerColumns().values(containers()));
    fields.put("Volumes", volumeColumns().values(volumes()));
    fields.put("BuildCache", cacheColumns().values(buildCache()));
    return new Value(fields);
  }

  /** Go's struct. */
  private record Value(Map<String, @Nullable Object> fields) implements GoStruct {
    @Override
    public String typeName() {
      return "*formatter.diskUsageContext";
    }
  }

  private Listing<ImageColumns.Row> imageColumns() {
    return ImageColumns.listing(truncate, clock);
  }

  private Listing<ContainerSummary> containerColumns() {
    return ContainerColumns.listing(truncate, clock);
  }

  private static Listing<VolumeSummary> volumeColumns() {
    return VolumeColumns.listing(name -> "", false);
  }

  private Listing<BuildCacheRecord> cacheColumns() {
    return BuildCacheColumns.listing(truncate, clock);
  }

  /** Returns one row for each image, with the first of its names. */
  private List<ImageColumns.Row> images() {
    List<ImageColumns.Row> rows = new ArrayList<>();
    for (ImageSummary image : usage.images()) {
      List<String> tags = image.repoTags();
      if (tags == null || tags.isEmpty() || ImageRows.isDangling(image)) {
        rows.add(new ImageColumns.Row(image, NONE, NONE, ""));
        continue;
      }
      try {
        ImageRef ref = ImageRef.parse(tags.getFirst());
        boolean tagged = !ref.tag().isEmpty();
        rows.add(
            new ImageColumns.Row(
                image, tagged ? ref.familiarName() : NONE, tagged ? ref.tag() : NONE, ""));
      } catch (IllegalArgumentException _) {
        // docker shows no row for such a name either
      }
    }
    return rows;
  }

  private List<ContainerSummary> containers() {
    return usage.containers().stream().map(ContainerSummary::withoutImageSize).toList();
  }

  private List<VolumeSummary> volumes() {
    return byName(usage.volumes()).toList();
  }

  private List<BuildCacheRecord> buildCache() {
    return byLastUse(usage.buildCache()).toList();
  }

  static Stream<VolumeSummary> byName(List<VolumeSummary> volumes) {
    return volumes.stream().sorted(Comparator.comparing(VolumeSummary::name));
  }

  /** Returns the records by their last use: unused records first, the newest use last. */
  static Stream<BuildCacheRecord> byLastUse(List<BuildCacheRecord> records) {
    return records.stream()
        .sorted(
            Comparator.comparing(DiskUsageDetails::lastUsed).thenComparing(BuildCacheRecord::id));
  }

  private static Instant lastUsed(BuildCacheRecord each) {
    return new ApiTime(each.lastUsedAt()).instant();
  }
}
