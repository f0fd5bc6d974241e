package dev.davit.resource;

import dev.davit.gotypes.GoSchema;
import org.jspecify.annotations.Nullable;

/**
 * The kinds of things that {@code inspect} shows, with the Go types that docker 28.2.2 has of each.
 */
public enum InspectedType {
  CONTAINER("container.InspectResponse", ContainerTypes.TEXT),
  IMAGE("image.InspectResponse", ImageTypes.TEXT),
  NETWORK("network.Inspect", NetworkTypes.TEXT),
  VOLUME("volume.Volume", VolumeTypes.TEXT);

  private final String root;
  private final String types;

  InspectedType(String root, String types) {
    this.root = root;
    this.types = types;
  }

  /**
   * What the engine sent as the Go value that docker reads it into.
   *
   * @throws RuntimeException of one kind or another if it is not of that type
   */
  @Nullable Object value(@Nullable Object json) {
    return GoSchema.parse(types).value(root, json);
  }
}
