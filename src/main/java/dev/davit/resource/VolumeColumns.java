package dev.davit.resource;

import dev.davit.engine.model.VolumeSummary;
import dev.davit.engine.model.VolumeSummary.ClusterVolume;
import dev.davit.format.Column;
import dev.davit.format.Listing;
import dev.davit.format.Units;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The columns of {@code volume ls}. Mirrors cli/command/formatter/volume.go. */
public final class VolumeColumns {
  /** The default table's columns. */
  public static final List<String> SHOWN = List.of("Driver", "Name");

  /** The columns for cluster volumes. */
  public static final List<String> SHOWN_OF_CLUSTER =
      List.of("Name", "Group", "Driver", "Availability", "Status");

  /** The column with the containers that mount a volume, which docker lacks. */
  public static final String CONTAINERS = "Containers";

  private static final String NONE = "N/A";

  private VolumeColumns() {}

  /**
   * Returns the columns for templates and tables.
   *
   * @param users returns the names of the containers that mount a volume, by the volume's name
   * @param usersInJson whether {@code json} has these names, too
   */
  public static Listing<VolumeSummary> listing(
      Function<String, String> users, boolean usersInJson) {
    Function<VolumeSummary, @Nullable Object> containers = volume -> users.apply(volume.name());
    return new Listing<>(
        "*formatter.volumeContext",
        List.of(
            new Column<>("Availability", "AVAILABILITY", VolumeColumns::availability),
            new Column<>(CONTAINERS, "CONTAINERS", containers, usersInJson ? containers : null),
            new Column<>("Driver", "DRIVER", VolumeSummary::driver),
            new Column<>("Group", "GROUP", VolumeColumns::group),
            new Column<>("Labels", "LABELS", volume -> Labels.list(volume.labels())),
            new Column<>("Links", "LINKS", VolumeColumns::links),
            new Column<>("Mountpoint", "MOUNTPOINT", VolumeSummary::mountpoint),
            new Column<>("Name", "VOLUME NAME", VolumeSummary::name),
            new Column<>("Scope", "SCOPE", VolumeSummary::scope),
            new Column<>("Size", "SIZE", VolumeColumns::size),
            new Column<>("Status", "STATUS", VolumeColumns::status)),
        volume -> Labels.method(volume.labels()));
  }

  /** Returns the template for the format {@code raw}. */
  public static String raw(boolean quiet, boolean usage) {
    return quiet
        ? "name: {{.Name}}"
        : "name: {{.Name}}\ndriver: {{.Driver}}\n"
            + (usage ? "containers: {{- pad .Containers 1 0}}\n" : "");
  }

  private static String links(VolumeSummary volume) {
    return volume.usageData() == null ? NONE : Long.toString(volume.usageData().refCount());
  }

  /** Returns the size in bytes with a unit; {@code N/A} if it is not known. */
  public static String size(VolumeSummary volume) {
    return volume.usageData() == null ? NONE : Units.decimal(volume.usageData().size(), 4);
  }

  private static String group(VolumeSummary volume) {
    return ofSpec(volume, VolumeSummary.Spec::group);
  }

  private static String availability(VolumeSummary volume) {
    return ofSpec(volume, VolumeSummary.Spec::availability);
  }

  private static String ofSpec(VolumeSummary volume, Function<VolumeSummary.Spec, String> value) {
    ClusterVolume cluster = volume.clusterVolume();
    if (cluster == null) {
      return NONE;
    }
    return cluster.spec() == null ? "" : value.apply(cluster.spec());
  }

  private static String status(VolumeSummary volume) {
    ClusterVolume cluster = volume.clusterVolume();
    if (cluster == null) {
      return NONE;
    }
    if (cluster.info() == null || cluster.info().volumeId().isEmpty()) {
      return "pending creation";
    }
    int nodes = Objects.requireNonNullElse(cluster.publishStatus(), List.of()).size();
    return switch (nodes) {
      case 0 -> "created";
      case 1 -> "in use (1 node)";
      default -> "in use (" + nodes + " nodes)";
    };
  }
}
