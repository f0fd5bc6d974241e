package dev.davit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.davit.engine.Json;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A container as {@code inspect} prints it, without what differs between any two containers.
 *
 * @param started whether it was started, so that its MAC addresses can be generated
 * @param values the values by their paths
 */
record InspectedContainer(boolean started, Map<String, String> values) {
  private static final int SHORT_ID = 12;

  /** The properties of a container that depend on time, or that name its own files. */
  private static final List<String> OWN =
      List.of(
          "Id",
          "Created",
          "State",
          "GraphDriver",
          "ResolvConfPath",
          "HostnamePath",
          "HostsPath",
          "LogPath");

  /** The addresses and identifiers of a container in a network. */
  private static final List<String> ADDRESSES =
      List.of(
          "EndpointID",
          "Gateway",
          "GlobalIPv6Address",
          "GlobalIPv6PrefixLen",
          "IPAddress",
          "IPPrefixLen",
          "IPv6Gateway",
          "NetworkID",
          "SandboxID",
          "SandboxKey",
          "SecondaryIPAddresses",
          "SecondaryIPv6Addresses",
          "Ports");

  /** The lists that Podman reports in any order. */
  private static final List<String> UNORDERED = List.of("/Config/Env", "/HostConfig/Binds");

  private static final String OF_PODMAN = "container=podman";

  private static final Pattern GENERATED = Pattern.compile("NetworkSettings.*\\.MacAddress");

  /** The properties by which mounts are requested, and the text of their options. */
  private static final Pattern MOUNTS =
      Pattern.compile("HostConfig\\.(Binds|Mounts)|Config\\.Volumes.*|Mounts\\..*\\.Mode");

  /** Reads the output of {@code inspect} about one container. */
  static InspectedContainer of(String json) throws IOException {
    ObjectNode all = (ObjectNode) Json.MAPPER.readTree(json).get(0);
    String id = all.get("Id").textValue();
    boolean started = all.at("/State/StartedAt").asText().compareTo("1970") > 0;
    all.remove(OWN);
    ObjectNode settings = (ObjectNode) all.get("NetworkSettings");
    settings.remove(ADDRESSES);
    settings.path("Networks").forEach(network -> ((ObjectNode) network).remove(ADDRESSES));
    all.set("Mounts", byDestination(all.get("Mounts")));
    String masked =
        all.toString()
            .replace(id, "<id>")
            .replace(id.substring(0, SHORT_ID), "<short>")
            .replaceAll("\\b[0-9a-f]{64}\\b", "<generated>");
    Map<String, String> values = new TreeMap<>();
    JsonNode comparable = Json.MAPPER.readTree(masked);
    if (comparable.at("/Config/Env").toString().contains(OF_PODMAN)) {
      UNORDERED.forEach(path -> sort((ArrayNode) comparable.at(path)));
    }
    add(values, "", comparable);
    return new InspectedContainer(started, values);
  }

  /** Returns mounts, which engines list in any order, by their destinations. */
  private static ObjectNode byDestination(JsonNode mounts) {
    ObjectNode all = Json.MAPPER.createObjectNode();
    mounts.forEach(mount -> all.set(mount.path("Destination").asText(), mount));
    return all;
  }

  private static void sort(ArrayNode list) {
    List<JsonNode> sorted = new ArrayList<>();
    list.forEach(sorted::add);
    sorted.sort(Comparator.comparing(JsonNode::toString));
    list.removeAll().addAll(sorted);
  }

  static void add(Map<String, String> values, String path, JsonNode node) {
    if (node.isObject() && !node.isEmpty()) {
      node.properties()
          .forEach(
              each ->
                  add(values, path + (path.isEmpty() ? "" : ".") + each.getKey(), each.getValue()));
    } else {
      values.put(path, node.toString());
    }
  }

  /**
   * Returns the container with its binds, mounts and volumes in one form, by their targets; with
   * sorted environment variables and without repeated values, as compose keeps neither; and without
   * empty values.
   */
  InspectedContainer comparableWithCompose() throws IOException {
    Map<String, String> uniform = new TreeMap<>(values);
    uniform.keySet().removeIf(MOUNTS.asMatchPredicate());
    for (Map.Entry<String, JsonNode> mount : UniformMounts.of(values).entrySet()) {
      add(uniform, mount.getKey(), mount.getValue());
    }
    for (Map.Entry<String, String> each : uniform.entrySet()) {
      if (each.getValue().startsWith("[")) {
        each.setValue(distinct(each.getValue(), each.getKey().equals("Config.Env")));
      }
    }
    uniform.values().removeIf(Set.of("{}", "[]", "null", "false")::contains);
    return new InspectedContainer(started, uniform);
  }

  private static String distinct(String list, boolean sorted) throws IOException {
    List<JsonNode> values = new ArrayList<>();
    Json.MAPPER.readTree(list).forEach(values::add);
    Stream<String> texts = values.stream().map(JsonNode::toString).distinct();
    return (sorted ? texts.sorted() : texts).toList().toString();
  }

  /** Returns a line for each value that differs in another container. */
  List<String> changes(InspectedContainer other) {
    TreeSet<String> paths = new TreeSet<>(values.keySet());
    paths.addAll(other.values.keySet());
    return paths.stream()
        .filter(path -> !Objects.equals(values.get(path), other.values.get(path)))
        .filter(path -> !started || !GENERATED.matcher(path).matches())
        .map(path -> path + ": " + values.get(path) + " became " + other.values.get(path))
        .toList();
  }
}
