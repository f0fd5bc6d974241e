package dev.davit;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.davit.engine.Json;
import java.io.IOException;
import java.net.URLDecoder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Normalizes requests for the wire files: requests that are equivalent to an engine become equal.
 */
final class WireRequest {
  /** Properties for which empty differs from absent. */
  private static final Set<String> TRISTATES =
      Set.of("Init", "StopTimeout", "MaskedPaths", "ReadonlyPaths");

  /** Lists in docker's random order. */
  private static final Set<String> UNORDERED = Set.of("Binds", "Env");

  /** Objects with keys of the user, in which an empty value counts. */
  private static final Set<String> MAPS =
      Set.of(
          "Annotations",
          "Config",
          "DriverOpts",
          "EndpointsConfig",
          "ExposedPorts",
          "Labels",
          "Options",
          "PortBindings",
          "StorageOpt",
          "Sysctls",
          "Tmpfs",
          "Volumes");

  private WireRequest() {}

  /** Formats {@code METHOD /path?query {body}}, with the version if it is not the expected one. */
  static String of(FakeRequest request, String version) throws IOException {
    String query =
        Arrays.stream(request.query().split("&", -1))
            .map(pair -> URLDecoder.decode(pair, UTF_8))
            .sorted()
            .collect(Collectors.joining("&"));
    return request.method()
        + ' '
        + (request.version().equals(version) ? "" : "/v" + request.version())
        + request.path()
        + (query.isEmpty() ? "" : "?" + query)
        + body(request);
  }

  private static String body(FakeRequest request) throws IOException {
    if (request.body().length == 0) {
      return "";
    }
    if (request.method().equals("PUT")) {
      return " tar " + archived(request.body());
    }
    return " " + essence("", Json.MAPPER.readTree(request.body()));
  }

  /** Formats the one file of a small archive: mode, name, content. */
  private static String archived(byte[] tar) throws IOException {
    String name = text(tar, 0, 100);
    int size = Integer.parseInt(text(tar, 124, 12), 8);
    return text(tar, 100, 8)
        + ' '
        + name
        + ' '
        + Json.MAPPER.readTree(new String(tar, 512, size, UTF_8));
  }

  /** Reads a field of a tar header up to a zero byte. */
  private static String text(byte[] tar, int offset, int length) {
    return new String(tar, offset, length, UTF_8).split("\0", -1)[0].strip();
  }

  /** Removes values that an engine treats as absent, and sorts keys. */
  private static JsonNode essence(String parent, JsonNode node) {
    if (node instanceof ArrayNode array) {
      ArrayNode essence = Json.MAPPER.createArrayNode();
      array.forEach(element -> essence.add(essence("", element)));
      return essence;
    }
    if (!(node instanceof ObjectNode object)) {
      return node;
    }
    Map<String, JsonNode> fields = new TreeMap<>();
    for (Map.Entry<String, JsonNode> field : object.properties()) {
      String name = field.getKey();
      JsonNode value = essence(name, field.getValue());
      boolean tellsNothing = TRISTATES.contains(name) ? value.isNull() : isAbsent(name, value);
      if (MAPS.contains(parent) || !tellsNothing) {
        fields.put(name, UNORDERED.contains(name) ? sorted(value) : value);
      }
    }
    return Json.MAPPER.createObjectNode().setAll(fields);
  }

  private static boolean isAbsent(String name, JsonNode value) {
    return value.isNull()
        || value.isContainerNode() && value.isEmpty()
        || value.isTextual() && value.textValue().isEmpty()
        || value.isBoolean() && !value.booleanValue()
        || value.isNumber() && value.doubleValue() == 0
        || name.equals("ConsoleSize") && value.toString().equals("[0,0]")
        || name.equals("MemorySwappiness") && value.intValue() == -1;
  }

  private static JsonNode sorted(JsonNode list) {
    List<String> texts = new ArrayList<>();
    list.forEach(text -> texts.add(text.textValue()));
    ArrayNode sorted = Json.MAPPER.createArrayNode();
    texts.stream().sorted().forEach(sorted::add);
    return sorted;
  }
}
