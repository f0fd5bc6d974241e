package dev.davit.opts;

import dev.davit.engine.model.DeviceRequest;
import dev.davit.gotypes.GoInt;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;

/** Parses {@code --gpus}: {@code all}, a number, or a record of fields. Mirrors opts/gpus.go. */
public final class GpuRequest {
  private static final int ALL = -1;

  private final Set<String> seen = new HashSet<>();
  private @Nullable String driver;
  private long count;
  private @Nullable List<String> devices;
  private List<List<String>> capabilities = List.of(List.of("gpu"));
  private Map<String, String> options = Map.of();

  private GpuRequest() {}

  /**
   * Parses a request.
   *
   * @throws IllegalArgumentException with docker's message
   */
  public static DeviceRequest parse(String text) {
    GpuRequest request = new GpuRequest();
    Csv.parse(text).forEach(request::set);
    if (!request.seen.contains("count") && request.devices == null) {
      request.count = 1;
    }
    return new DeviceRequest(
        request.driver, request.count, request.devices, request.capabilities, request.options);
  }

  private void set(String field) {
    String key = KeyValue.name(field);
    if (!seen.add(key)) {
      throw new IllegalArgumentException(
          "gpu request key '" + key + "' can be specified only once");
    }
    String value = KeyValue.value(field);
    if (value == null) {
      seen.add("count");
      count = count(field);
      return;
    }
    switch (key) {
      case "driver" -> driver = value;
      case "count" -> count = count(value);
      case "device" -> devices = List.of(value.split(",", -1));
      case "capabilities" -> {
        List<String> names = new ArrayList<>(List.of(value.split(",", -1)));
        names.add("gpu");
        capabilities = List.of(names);
      }
      case "options" -> options = options(value);
      default ->
          throw new IllegalArgumentException("unexpected key '" + key + "' in '" + field + "'");
    }
  }

  private static long count(String text) {
    if (text.equals("all")) {
      return ALL;
    }
    try {
      return GoInt.parseDecimal(text);
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(
          "invalid count ("
              + text
              + "): value must be either \"all\" or an integer: "
              + GoInt.reason(e),
          e);
    }
  }

  private static Map<String, String> options(String text) {
    try {
      return KeyValue.toMap(Csv.parse(text));
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException("failed to read gpu options: " + e.getMessage(), e);
    }
  }

  /**
   * Whether {@code --gpus} can express a request: it has one list of capabilities, which ends with
   * gpu.
   */
  public static boolean isOne(DeviceRequest request) {
    List<List<String>> capabilities = request.capabilities();
    return capabilities != null
        && capabilities.size() == 1
        && !capabilities.getFirst().isEmpty()
        && capabilities.getFirst().getLast().equals("gpu");
  }

  /** Formats a value in the syntax that {@link #parse} reads. */
  public static String format(DeviceRequest request) {
    StringJoiner fields = new StringJoiner(",");
    if (request.driver() != null && !request.driver().isEmpty()) {
      fields.add(Csv.field("driver=" + request.driver()));
    }
    fields.add("count=" + request.count());
    if (request.deviceIds() != null && !request.deviceIds().isEmpty()) {
      fields.add(Csv.field("device=" + String.join(",", request.deviceIds())));
    }
    List<List<String>> capabilities = request.capabilities();
    if (capabilities != null && !capabilities.isEmpty() && capabilities.getFirst().size() > 1) {
      List<String> names = capabilities.getFirst();
      fields.add(Csv.field("capabilities=" + String.join(",", names.subList(0, names.size() - 1))));
    }
    if (request.options() != null && !request.options().isEmpty()) {
      StringJoiner options = new StringJoiner(",");
      request.options().forEach((name, value) -> options.add(Csv.field(name + '=' + value)));
      fields.add(Csv.field("options=" + options));
    }
    return fields.toString();
  }
}
