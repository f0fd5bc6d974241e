package dev.davit.opts;

import dev.davit.engine.model.DeviceRequest;
import dev.davit.gotypes.GoInt;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;

/**
 * Parses {@code --device-request}: a record of the fields of the API. Each {@code capabilities}
 * field is a list that a device must match as a whole; a device must match one of the fields.
 */
public final class DeviceRequestSpec {
  private static final int ALL = -1;

  private @Nullable String driver;
  private long count;
  private final List<String> ids = new ArrayList<>();
  private final List<List<String>> capabilities = new ArrayList<>();
  private final Map<String, String> options = new LinkedHashMap<>();

  private DeviceRequestSpec() {}

  /**
   * Parses a request.
   *
   * @throws IllegalArgumentException with the reason
   */
  public static DeviceRequest parse(String text) {
    DeviceRequestSpec request = new DeviceRequestSpec();
    Csv.parse(text).forEach(request::set);
    if (request.count != 0 && !request.ids.isEmpty()) {
      throw new IllegalArgumentException("cannot set both count and device-ids");
    }
    return new DeviceRequest(
        request.driver,
        request.count,
        request.ids.isEmpty() ? null : request.ids,
        request.capabilities.isEmpty() ? null : request.capabilities,
        request.options.isEmpty() ? null : request.options);
  }

  private void set(String field) {
    String key = KeyValue.name(field);
    String value = KeyValue.value(field);
    if (value == null || value.isEmpty()) {
      throw new IllegalArgumentException("invalid field '" + field + "' must be a key=value pair");
    }
    switch (key) {
      case "driver" -> driver = value;
      case "count" -> count = value.equals("all") ? ALL : GoInt.parseDecimal(value);
      case "id", "device-ids" -> ids.addAll(Csv.parse(value));
      case "capabilities" -> capabilities.add(Csv.parse(value));
      case "options" -> options.putAll(KeyValue.toMap(Csv.parse(value)));
      default ->
          throw new IllegalArgumentException("unexpected key '" + key + "' in '" + field + "'");
    }
  }

  /** Formats a value in the syntax that {@link #parse} reads. */
  public static String format(DeviceRequest request) {
    StringJoiner fields = new StringJoiner(",");
    if (request.driver() != null && !request.driver().isEmpty()) {
      fields.add(Csv.field("driver=" + request.driver()));
    }
    if (request.count() != 0) {
      fields.add("count=" + request.count());
    }
    if (request.deviceIds() != null && !request.deviceIds().isEmpty()) {
      fields.add(record("device-ids", request.deviceIds()));
    }
    if (request.capabilities() != null) {
      request.capabilities().forEach(all -> fields.add(record("capabilities", all)));
    }
    if (request.options() != null && !request.options().isEmpty()) {
      List<String> options = new ArrayList<>();
      request.options().forEach((name, value) -> options.add(name + '=' + value));
      fields.add(record("options", options));
    }
    return fields.toString();
  }

  /** Formats a field whose value is a record. */
  private static String record(String key, List<String> values) {
    StringJoiner record = new StringJoiner(",");
    values.forEach(value -> record.add(Csv.field(value)));
    return Csv.field(key + '=' + record);
  }
}
