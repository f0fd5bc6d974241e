package dev.davit.engine.model;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One container of {@code GET /containers/json}.
 *
 * @param created Unix seconds
 * @param sizeRw bytes the container has written; 0 unless sizes were asked for
 * @param sizeRootFs bytes with its image
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

  /** No container: what a template is tried on. */
  public static final ContainerSummary NONE =
      new ContainerSummary(
          "", null, "", null, "", 0, null, 0, 0, null, null, null, null, null, null, null);

  /** A port it listens on; {@code publicPort} is 0 where it is not published. */
  public record Port(@Nullable String ip, int privatePort, int publicPort, String type) {

    public Port {
      type = Objects.requireNonNullElse(type, "");
    }
  }

  /** A mount, as far as a list shows it. */
  public record MountPoint(
      @Nullable String name, @Nullable String source, @Nullable String driver) {}

  /** What it is made of; engines below API 1.48 don't tell. */
  public record Descriptor(@Nullable Map<String, Object> platform) {}

  /** What its health check says; engines below API 1.52 don't tell. */
  public record Health(@Nullable String status) {}

  /** The networks it is in, by name; what it is there is passed over. */
  public record NetworkSettings(@Nullable Map<String, EmptyObject> networks) {}
}
