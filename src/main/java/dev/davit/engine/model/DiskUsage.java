package dev.davit.engine.model;

import java.util.List;
import java.util.Objects;

/**
 * The response to {@code GET /system/df}: all objects that take disk space.
 *
 * @param layersSize bytes of the layers of all images, each counted once
 */
public record DiskUsage(
    long layersSize,
    List<ImageSummary> images,
    List<ContainerSummary> containers,
    List<VolumeSummary> volumes,
    List<BuildCacheRecord> buildCache) {
  public DiskUsage {
    images = Objects.requireNonNullElse(images, List.of());
    containers = Objects.requireNonNullElse(containers, List.of());
    volumes = Objects.requireNonNullElse(volumes, List.of());
    buildCache = Objects.requireNonNullElse(buildCache, List.of());
  }
}
