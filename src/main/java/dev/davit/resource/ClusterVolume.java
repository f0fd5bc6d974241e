package dev.davit.resource;

import dev.davit.json.Json;
import dev.davit.template.JsonWriter;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A volume of a swarm, as it is updated.
 *
 * @param version the version of the volume; empty for version 0
 * @param spec all that users set, as JSON
 */
public record ClusterVolume(String id, String version, String spec) {
  private static final InspectedType SPEC =
      new InspectedType("volume.ClusterVolumeSpec", VolumeTypes.TEXT);

  /**
   * Reads a response to {@code GET /volumes/{name}}; empty if it is not a cluster volume.
   *
   * @param availability the new availability; null to keep it
   */
  public static Optional<ClusterVolume> of(byte[] volume, @Nullable String availability)
      throws IOException {
    try {
      if (!(object(Json.only(volume)).get("ClusterVolume") instanceof Map<?, ?> cluster)) {
        return Optional.empty();
      }
      Map<Object, @Nullable Object> spec = new LinkedHashMap<>(object(cluster.get("Spec")));
      if (availability != null) {
        spec.put("Availability", availability);
      }
      StringBuilder json = new StringBuilder();
      JsonWriter.write(SPEC.value(spec), json);
      Object version = object(cluster.get("Version")).get("Index");
      return Optional.of(
          new ClusterVolume(
              (String) Objects.requireNonNullElse(cluster.get("ID"), ""),
              String.valueOf(Objects.requireNonNullElse(version, 0)),
              json.toString()));
    } catch (Json.SyntaxException | RuntimeException e) {
      throw new IOException(
          "invalid response from the engine to GET /volumes/{name}: a value has the wrong type", e);
    }
  }

  private static Map<?, ?> object(@Nullable Object json) {
    return json == null ? Map.of() : (Map<?, ?>) json;
  }
}
