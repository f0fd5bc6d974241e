package dev.davit.engine.model;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The body of {@code POST /volumes/create}. */
public final class VolumeConfig {
  /** Only for a volume of a swarm, since API 1.42. */
  public @Nullable ClusterVolumeSpec clusterVolumeSpec;

  public @Nullable String driver;
  public @Nullable Map<String, String> driverOpts;
  public @Nullable Map<String, String> labels;

  /** Null for a name that the engine generates. */
  public @Nullable String name;
}
