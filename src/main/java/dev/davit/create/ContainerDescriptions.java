package dev.davit.create;

import dev.davit.engine.Engine;
import dev.davit.engine.InspectedSpec;
import dev.davit.engine.http.ApiVersion;
import dev.davit.engine.http.EngineException;
import dev.davit.engine.model.ContainerSpec;
import dev.davit.engine.model.EngineInfo;
import dev.davit.json.JsonBinding;
import java.io.IOException;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Describes containers of an engine by what their users chose, without the image's values. */
public final class ContainerDescriptions {
  /** The begin of the labels that davit sets by itself, which no description has. */
  public static final String OWN_LABELS = "dev.davit.";

  private static final ApiVersion SEVERAL_NETWORKS = new ApiVersion(1, 44);
  private static final ApiVersion BRIDGE_BY_DEFAULT = new ApiVersion(1, 45);

  private static final String GONE =
      "The image does not exist any more, so what it sets is included.";

  private final Engine engine;
  private final Map<String, Optional<Map<?, ?>>> images = new HashMap<>();
  private @Nullable EngineInfo info;

  public ContainerDescriptions(Engine engine) {
    this.engine = engine;
  }

  /**
   * Describes an inspected container; inspects its image and asks for the engine's defaults.
   *
   * @throws IllegalArgumentException if it is not as an engine describes it
   */
  public synchronized DescribedContainer of(Map<?, ?> container) throws IOException {
    if (info == null) {
      info = engine.system().info();
    }
    Map<?, ?> image = found(container).orElse(null);
    ApiVersion version = engine.apiVersion();
    return described(
        container,
        image,
        info,
        !version.isBefore(SEVERAL_NETWORKS),
        !version.isBefore(BRIDGE_BY_DEFAULT),
        GONE);
  }

  /**
   * Describes a container and its image, given as inspect prints them.
   *
   * @param image null if it is not known, which {@code withoutImage} remarks
   * @throws IllegalArgumentException if the container is not as an engine describes it
   */
  public static DescribedContainer described(
      Map<?, ?> container,
      @Nullable Map<?, ?> image,
      EngineInfo info,
      boolean severalNetworks,
      boolean bridgeByDefault,
      String withoutImage)
      throws IOException {
    ContainerSpec spec;
    try {
      spec = InspectedSpec.of(container, image, info, bridgeByDefault);
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(
          "container " + container.get("Id") + " is not as an engine describes it", e);
    }
    if (spec.config.labels != null) {
      spec.config.labels = new LinkedHashMap<>(spec.config.labels);
      spec.config.labels.keySet().removeIf(label -> label.startsWith(OWN_LABELS));
    }
    return new DescribedContainer(
        spec,
        container.get("Platform") instanceof String os ? os : "linux",
        severalNetworks,
        image == null ? List.of(withoutImage) : List.of(),
        "");
  }

  /** Returns the inspected image of a container; empty if it does not exist any more. */
  public synchronized Map<?, ?> image(Map<?, ?> container) throws IOException {
    return found(container).orElse(Map.of());
  }

  private Optional<Map<?, ?>> found(Map<?, ?> container) throws IOException {
    String id = String.valueOf(container.get("Image"));
    Optional<Map<?, ?>> known = images.get(id);
    if (known == null) {
      known = inspect(id);
      images.put(id, known);
    }
    return known;
  }

  private Optional<Map<?, ?>> inspect(String id) throws IOException {
    try {
      return Optional.of(object(engine.images().inspectRaw(id, null)));
    } catch (EngineException e) {
      if (e.isNotFound()) {
        return Optional.empty();
      }
      throw e;
    }
  }

  /** Reads a JSON object; empty if it is another value. */
  public static Map<?, ?> object(byte[] json) throws IOException {
    return JsonBinding.read(json, Object.class) instanceof Map<?, ?> map ? map : Map.of();
  }
}
