package dev.davit.engine.model;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * An image in the list of {@code GET /images/json}.
 *
 * @param repoTags names with tags; null or empty for an image without a name
 * @param repoDigests names with digests
 * @param created Unix seconds
 * @param size bytes, layers shared with other images included
 * @param sharedSize bytes of layers shared with other images; -1 if not computed
 * @param containers the number of containers that use the image; -1 if not counted
 * @param manifests the manifests of a multi-platform image; null if not requested
 */
public record ImageSummary(
    String id,
    @Nullable List<String> repoTags,
    @Nullable List<String> repoDigests,
    long created,
    long size,
    long sharedSize,
    long containers,
    @Nullable Map<String, String> labels,
    @Nullable List<Manifest> manifests) {

  public ImageSummary {
    id = Objects.requireNonNullElse(id, "");
  }

  /**
   * A manifest of an image: the image for a platform, or an attestation.
   *
   * @param kind {@code image}, {@code attestation} or {@code unknown}
   * @param available whether the engine has all contents
   * @param imageData the details of a manifest of the kind {@code image}
   */
  public record Manifest(
      @Nullable String id,
      @Nullable String kind,
      boolean available,
      @Nullable Size size,
      @Nullable ImageData imageData) {
    public boolean isImage() {
      return "image".equals(kind);
    }
  }

  /** The bytes of compressed contents, and of all that the manifest takes on disk. */
  public record Size(long content, long total) {}

  /** The platform of an image, and the IDs of the containers that use it. */
  public record ImageData(@Nullable Platform platform, @Nullable List<String> containers) {}

  /** A platform, such as linux, arm64 and v8. */
  public record Platform(
      @Nullable String os, @Nullable String architecture, @Nullable String variant) {}
}
