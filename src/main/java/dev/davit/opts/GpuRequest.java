package dev.davit.opts;

import dev.davit.engine.model.DeviceRequest;
import dev.davit.gotypes.GoInt;
import dev.davit.text.ShellWord;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;

/**
 * A value of {@code --gpus}: {@code all}, a number, or a record of fields. Mirrors opts/gpus.go.
 *
 * @param request the device request
 * @param warning a line about a number that follows an unquoted list, and is a count instead of a
 *     value of the list; null without such a number
 */
public record GpuRequest(DeviceRequest request, @Nullable String warning) {
  private static final int ALL = -1;

  /**
   * Parses a value.
   *
   * @throws IllegalArgumentException with docker's message
   */
  public static GpuRequest parse(String text) {
    List<String> fields = Csv.parse(text);
    Fields read = new Fields();
    fields.forEach(read::set);
    String quoted = quoted(fields);
    return new GpuRequest(
        read.request(),
        quoted == null
            ? null
            : "--gpus "
                + text
                + ": a number after a comma is a count; to add the number to the list, quote the"
                + " list: --gpus "
                + ShellWord.of(quoted));
  }

  /**
   * Returns the record with each number that follows a list as the list's next value; null if no
   * number follows one. A list with a comma is already quoted: a number after it is a count.
   */
  private static @Nullable String quoted(List<String> fields) {
    List<String> lists = new ArrayList<>();
    boolean joined = false;
    boolean open = false;
    for (String field : fields) {
      if (open && isNumber(field)) {
        lists.add(lists.removeLast() + ',' + field);
        joined = true;
        continue;
      }
      open =
          (field.startsWith("device=") || field.startsWith("capabilities="))
              && field.indexOf(',') < 0;
      lists.add(field);
    }
    return joined ? String.join(",", lists.stream().map(Csv::field).toList()) : null;
  }

  private static boolean isNumber(String text) {
    return !text.isEmpty() && text.chars().allMatch(c -> c >= '0' && c <= '9');
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

  /** The fields of one value, set one after the other. */
  private static final class Fields {
    private final Set<String> seen = new HashSet<>();
    private @Nullable String driver;
    private long count;
    private @Nullable List<String> devices;
    private List<List<String>> capabilities = List.of(List.of("gpu"));
    private Map<String, String> options = Map.of();

    DeviceRequest request() {
      long number = seen.contains("count") || devices != null ? count : 1;
      return new DeviceRequest(driver, number, devices, capabilities, options);
    }

    void set(String field) {
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
  }
}
