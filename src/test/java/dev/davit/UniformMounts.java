package dev.davit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.davit.engine.Json;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The mounts of a container that can be requested in several forms, all in the form of mounts. */
final class UniformMounts {
  private static final String VOLUMES = "Config.Volumes.";

  private UniformMounts() {}

  /** Returns the mounts in the values of {@link InspectedContainer}, by their targets. */
  static Map<String, JsonNode> of(Map<String, String> values) throws IOException {
    Map<String, JsonNode> all = new TreeMap<>();
    for (JsonNode bind : Json.MAPPER.readTree(values.getOrDefault("HostConfig.Binds", "[]"))) {
      List<String> parts = List.of(bind.asText().split(":", 3));
      all.put(key(parts.get(1)), mount(parts));
    }
    for (JsonNode mount : Json.MAPPER.readTree(values.getOrDefault("HostConfig.Mounts", "[]"))) {
      all.put(key(mount.path("Target").asText()), ((ObjectNode) mount).without("Target"));
    }
    for (String path : values.keySet()) {
      if (path.startsWith(VOLUMES)) {
        all.put(
            key(path.substring(VOLUMES.length())),
            Json.MAPPER.createObjectNode().put("Type", "volume"));
      }
    }
    return all;
  }

  private static String key(String target) {
    return "Mount of " + target;
  }

  /** Converts source, target and options of a bind. */
  private static JsonNode mount(List<String> parts) {
    ObjectNode mount = Json.MAPPER.createObjectNode();
    boolean bind = parts.getFirst().startsWith("/");
    mount.put("Type", bind ? "bind" : "volume").put("Source", parts.getFirst());
    for (String option : parts.size() < 3 ? List.<String>of() : List.of(parts.get(2).split(","))) {
      switch (option) {
        case "rw" -> {}
        case "ro" -> mount.put("ReadOnly", true);
        case "nocopy" -> mount.putObject("VolumeOptions").put("NoCopy", true);
        case "z", "Z" -> mount.put("Label", option);
        case "private", "rprivate", "shared", "rshared", "slave", "rslave" ->
            mount.putObject("BindOptions").put("Propagation", option);
        default -> mount.put(option, true);
      }
    }
    if (bind) {
      mount.withObject("/BindOptions").put("CreateMountpoint", true);
    }
    return mount;
  }
}
