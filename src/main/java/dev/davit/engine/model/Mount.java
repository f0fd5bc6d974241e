package dev.davit.engine.model;

import org.jspecify.annotations.Nullable;

/** A mount in {@link HostConfig#mounts}. */
public final class Mount {
  /** One of bind, volume, tmpfs, npipe, cluster (since API 1.42) and image (since API 1.48). */
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
