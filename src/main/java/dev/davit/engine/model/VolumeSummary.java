package dev.davit.engine.model;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A volume in the list of {@code GET /volumes}.
 *
 * @param createdAt the time in RFC 3339; empty if the engine does not know it
 * @param usageData null unless the engine was asked for sizes
 * @param clusterVolume null for a volume of this engine only
 */
public record VolumeSummary(
    String name,
    String driver,
    String mountpoint,
    String scope,
    String createdAt,
    @Nullable Map<String, String> labels,
    @Nullable UsageData usageData,
    @Nullable ClusterVolume clusterVolume) {
  public VolumeSummary {
    name = Objects.requireNonNullElse(name, "");
    driver = Objects.requireNonNullElse(driver, "");
    mountpoint = Objects.requireNonNullElse(mountpoint, "");
    scope = Objects.requireNonNullElse(scope, "");
    createdAt = Objects.requireNonNullElse(createdAt, "");
  }

  /** A volume without values, to check templates with. */
  public static final VolumeSummary NONE = new VolumeSummary("", "", "", "", "", null, null, null);

  /**
   * The usage of a volume.
   *
   * @param refCount the number of containers that mount the volume
   * @param size bytes; -1 if the engine does not know the size
   */
  public record UsageData(long refCount, long size) {}

  /** A volume of a swarm. */
  public record ClusterVolume(
      @Nullable Spec spec, @Nullable Info info, @Nullable List<EmptyObject> publishStatus) {}

  /** The part of a cluster volume that users set. */
  public record Spec(String group, String availability) {
    public Spec {
      group = Objects.requireNonNullElse(group, "");
      availability = Objects.requireNonNullElse(availability, "");
    }
  }

  /** The state of a cluster volume; the ID is empty until the volume is created. */
  public record Info(String volumeId) {
    public Info {
      volumeId = Objects.requireNonNullElse(volumeId, "");
    }
  }
}
