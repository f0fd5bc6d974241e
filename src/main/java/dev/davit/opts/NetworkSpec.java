package dev.davit.opts;

import dev.davit.engine.model.EndpointIPAMConfig;
import dev.davit.engine.model.EndpointSettings;
import dev.davit.gotypes.GoInt;
import dev.davit.text.GoCase;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Parses {@code --network}: a name, or a record of {@code name=NAME} and options. Mirrors
 * opts/network.go.
 */
public record NetworkSpec(String name, EndpointSettings endpoint) {
  /** Matches anywhere in a record: docker parses all other texts as a name. */
  private static final Pattern RECORD = Pattern.compile("\\w+=\\w+");

  /**
   * Parses a network.
   *
   * @throws IllegalArgumentException with docker's message
   */
  public static NetworkSpec parse(String text) {
    EndpointSettings endpoint = new EndpointSettings();
    if (!RECORD.matcher(text).find()) {
      return new NetworkSpec(text, endpoint);
    }
    String name = "";
    for (String field : Csv.parse(text)) {
      String lower = GoCase.lower(field);
      String value = KeyValue.value(lower);
      if (value == null || lower.startsWith("=")) {
        throw new IllegalArgumentException("invalid field " + field);
      }
      String key = KeyValue.name(lower).strip();
      if (key.equals("name")) {
        name = value.strip();
      } else if (key.equals("link")) {
        // not a field of docker's, so the value can keep its upper case
        endpoint.links =
            with(endpoint.links, LinkSpec.parse(field.substring(field.indexOf('=') + 1)));
      } else {
        set(endpoint, key, value.strip());
      }
    }
    if (name.isEmpty()) {
      throw new IllegalArgumentException("network name/id is not specified");
    }
    EndpointIPAMConfig ips = endpoint.ipamConfig;
    if (ips != null
        && ips.ipv4Address == null
        && ips.ipv6Address == null
        && ips.linkLocalIps == null) {
      endpoint.ipamConfig = null;
    }
    return new NetworkSpec(name, endpoint);
  }

  private static void set(EndpointSettings endpoint, String key, String value) {
    switch (key) {
      case "alias" -> endpoint.aliases = with(endpoint.aliases, value);
      case "ip" -> addresses(endpoint).ipv4Address = unlessEmpty(value);
      case "ip6" -> addresses(endpoint).ipv6Address = unlessEmpty(value);
      case "link-local-ip" ->
          addresses(endpoint).linkLocalIps = with(addresses(endpoint).linkLocalIps, value);
      case "mac-address" -> endpoint.macAddress = unlessEmpty(value);
      case "driver-opt" -> endpoint.driverOpts = withOption(endpoint.driverOpts, value);
      case "gw-priority" -> endpoint.gwPriority = priority(value);
      default -> throw new IllegalArgumentException("invalid field key " + key);
    }
  }

  private static @Nullable String unlessEmpty(String value) {
    return value.isEmpty() ? null : value;
  }

  private static EndpointIPAMConfig addresses(EndpointSettings endpoint) {
    if (endpoint.ipamConfig == null) {
      endpoint.ipamConfig = new EndpointIPAMConfig();
    }
    return endpoint.ipamConfig;
  }

  private static List<String> with(@Nullable List<String> values, String value) {
    List<String> all = values == null ? new ArrayList<>() : values;
    all.add(value);
    return all;
  }

  private static Map<String, String> withOption(
      @Nullable Map<String, String> options, String text) {
    String value = KeyValue.value(text);
    if (value == null || text.startsWith("=")) {
      throw new IllegalArgumentException("invalid key value pair format in driver options");
    }
    Map<String, String> all = options == null ? new LinkedHashMap<>() : options;
    all.put(KeyValue.name(text).strip(), value.strip());
    return all;
  }

  /** Parses a priority; null for 0, the default. */
  private static @Nullable Long priority(String value) {
    try {
      long priority = GoInt.parseDecimal(value);
      return priority == 0 ? null : priority;
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(
          "invalid gw-priority (" + value + "): " + GoInt.reason(e), e);
    }
  }

  /** Whether the network has no options. */
  public boolean isNameAlone() {
    return fields().length() == 0;
  }

  /** Formats a value in the syntax that {@link #parse} reads. */
  public String format() {
    StringJoiner fields = fields();
    return fields.length() == 0 ? name : Csv.field("name=" + name) + ',' + fields;
  }

  private StringJoiner fields() {
    StringJoiner fields = new StringJoiner(",");
    add(fields, "alias", endpoint.aliases);
    EndpointIPAMConfig addresses = endpoint.ipamConfig;
    if (addresses != null) {
      add(fields, "ip", addresses.ipv4Address);
      add(fields, "ip6", addresses.ipv6Address);
      add(fields, "link-local-ip", addresses.linkLocalIps);
    }
    add(fields, "link", endpoint.links);
    add(fields, "mac-address", endpoint.macAddress);
    if (endpoint.driverOpts != null) {
      endpoint.driverOpts.forEach((key, value) -> add(fields, "driver-opt", key + '=' + value));
    }
    add(fields, "gw-priority", endpoint.gwPriority);
    return fields;
  }

  private static void add(StringJoiner fields, String key, @Nullable List<String> values) {
    if (values != null) {
      values.forEach(value -> add(fields, key, value));
    }
  }

  private static void add(StringJoiner fields, String key, @Nullable Object value) {
    if (value != null) {
      fields.add(Csv.field(key + '=' + value));
    }
  }
}
