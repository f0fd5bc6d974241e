package dev.davit.engine.model;

import org.jspecify.annotations.Nullable;

/** One entry of {@link HostConfig#mounts}, the long form of a bind, volume, tmpfs or image. */
public final class Mount {
  /** bind, volume, tmpfs, npipe, cluster (API 1.42) or image (API 1.48). */
  public @Nullable String type;

  public @Nullable String source;
  public @Nullable String target;
  public @Nullable Boolean readOnly;
  public @Nullable String consistency;
  public @Nullable BindOptions bindOptions;
  public @Nullable VolumeOptions volumeOptions;
  public @Nullable TmpfsOptions tmpfsOptions;
  public @Nullable ImageOptions imageOptions;
}
