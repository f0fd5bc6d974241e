package dev.davit.engine.model;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The health check of a container. Times are in nanoseconds; null fields are taken from the image.
 */
public final class HealthConfig {
  /** {@code ["NONE"]}, {@code ["CMD", arg...]} or {@code ["CMD-SHELL", line]}. */
  public @Nullable List<String> test;

  public @Nullable Long interval;
  public @Nullable Long timeout;
  public @Nullable Long startPeriod;

  /** Since API 1.44. */
  public @Nullable Long startInterval;

  public @Nullable Long retries;
}
