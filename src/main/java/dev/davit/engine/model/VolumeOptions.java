package dev.davit.engine.model;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The fields of a {@link Mount} of type volume only. */
public final class VolumeOptions {
  public @Nullable Boolean noCopy;
  public @Nullable Map<String, String> labels;

  /** Since API 1.45. */
  public @Nullable String subpath;

  public @Nullable DriverConfig driverConfig;

  /** The driver that creates the volume, and its options. */
  public static final class DriverConfig {
    public @Nullable String name;
    public @Nullable Map<String, String> options;
  }
}
