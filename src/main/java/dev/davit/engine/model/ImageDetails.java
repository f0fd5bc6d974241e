package dev.davit.engine.model;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The fields of {@code GET /images/{name}/json} that a client acts on.
 *
 * @param repoTags names with tags
 * @param repoDigests names with digests
 * @param created RFC 3339
 * @param size bytes, layers shared with other images included
 * @param config null if the engine sends none
 * @param rootFS the layers; null if the engine sends none
 * @param metadata data of this engine about the image; null if the engine sends none
 */
public record ImageDetails(
    @Nullable String id,
    @Nullable List<String> repoTags,
    @Nullable List<String> repoDigests,
    @Nullable String created,
    long size,
    @Nullable Config config,
    @Nullable Metadata metadata,
    @Nullable RootFs rootFS) {
  /** The part of the configuration of the image's containers that concerns labels. */
  public record Config(@Nullable Map<String, String> labels) {}

  /**
   * Data that is not part of the image.
   *
   * @param lastTagTime RFC 3339, the last time at which the image was pulled or tagged; the year 1
   *     if never
   */
  public record Metadata(@Nullable String lastTagTime) {}

  /**
   * The layers of the image.
   *
   * @param layers digests of the uncompressed layers, the lowest first
   */
  public record RootFs(@Nullable List<String> layers) {}

  /** The digests of the uncompressed layers, the lowest first; empty if unknown. */
  public List<String> layers() {
    return rootFS == null || rootFS.layers() == null ? List.of() : rootFS.layers();
  }

  /** The labels of the image; null without labels. */
  public @Nullable Map<String, String> labels() {
    return config == null ? null : config.labels();
  }

  /** The last time at which the image was pulled or tagged, if the engine knows. */
  public Optional<Instant> lastTagTime() {
    return time(metadata == null ? null : metadata.lastTagTime());
  }

  /** The time at which the image was created, if known. */
  public Optional<Instant> createdTime() {
    return time(created);
  }

  private static Optional<Instant> time(@Nullable String time) {
    try {
      return Optional.ofNullable(time).map(Instant::parse);
    } catch (DateTimeParseException e) {
      return Optional.empty();
    }
  }
}
