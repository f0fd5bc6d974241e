package dev.davit.engine.model;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A container in the list of {@code GET /containers/json}.
 *
 * @param created Unix seconds
 * @param sizeRw bytes of the writable layer; 0 unless sizes were requested
 * @param sizeRootFs bytes of the writable layer and the image
 */
public record ContainerSummary(
    String id,
    @Nullable List<String> names,
    String image,
    @Nullable String imageId,
    String command,
    long created,
    @Nullable List<Port> ports,
    long sizeRw,
    long sizeRootFs,
    @Nullable Map<String, String> labels,
    @Nullable String state,
    @Nullable String status,
    @Nullable List<MountPoint> mounts,
    @Nullable NetworkSettings networkSettings,
    @Nullable Health health,
    @Nullable Descriptor imageManifestDescriptor) {

  public ContainerSummary {
    id = Objects.requireNonNullElse(id, "");
    image = Objects.requireNonNullElse(image, "");
    command = Objects.requireNonNullElse(command, "");
  }

  /** A container without values, to check templates with. */
  public static final ContainerSummary NONE =
      new ContainerSummary(
          "", null, "", null, "", 0, null, 0, 0, null, null, null, null, null, null, null);

  /** Returns the container without the size of its image. */
  public ContainerSummary withoutImageSize() {
    return new ContainerSummary(
        id,
        names,
        image,
        imageId,
        command,
        created,
        ports,
        sizeRw,
        0,
        labels,
        state,
        status,
        mounts,
        networkSettings,
        health,
        imageManifestDescriptor);
  }

  /** A port that the container exposes; {@code publicPort} is 0 if it is not published. */
  public record Port(@Nullable String ip, int privatePort, int publicPort, String type) {

    public Port {
      type = Objects.requireNonNullElse(type, "");
    }
  }

  /**
   * A mount of the container.
   *
   * @param type the kind, such as bind or volume
   * @param destination the path in the container
   * @param rw whether the mount is writable
   */
  public record MountPoint(
      @Nullable String type,
      @Nullable String name,
      @Nullable String source,
      @Nullable String destination,
      @Nullable String driver,
      boolean rw) {}

  /** The image's descriptor; null for engines below API 1.48. */
  public record Descriptor(@Nullable Map<String, Object> platform) {}

  /** The health status; null for engines below API 1.52. */
  public record Health(@Nullable String status) {}

  /** The container's networks by name, without the settings of the endpoints. */
  public record NetworkSettings(@Nullable Map<String, EmptyObject> networks) {}
}
