package dev.davit.engine.model;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The part of a cluster volume that users set, in {@link VolumeConfig}. */
public final class ClusterVolumeSpec {
  public @Nullable String group;
  public @Nullable AccessMode accessMode;
  public @Nullable TopologyRequirement accessibilityRequirements;
  public @Nullable CapacityRange capacityRange;
  public @Nullable List<Secret> secrets;
  public @Nullable String availability;

  /**
   * The tasks that can use the volume at the same time, and whether they see a file system or a
   * block device.
   */
  public record AccessMode(
      @Nullable String scope,
      @Nullable String sharing,
      @Nullable EmptyObject mountVolume,
      @Nullable EmptyObject blockVolume) {}

  /** The topologies from which the volume must be accessible, or where it should be. */
  public record TopologyRequirement(
      @Nullable List<Topology> requisite, @Nullable List<Topology> preferred) {}

  /** A place in a cluster, by the names and values of its segments. */
  public record Topology(Map<String, String> segments) {}

  /** The minimum and maximum size, in bytes; 0 for none. */
  public record CapacityRange(long requiredBytes, long limitBytes) {}

  /** A secret of the swarm, under the key that the volume's driver asks for. */
  public record Secret(String key, String secret) {}
}
