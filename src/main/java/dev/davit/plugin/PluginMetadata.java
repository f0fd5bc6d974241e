package dev.davit.plugin;

import dev.davit.json.Json;
import dev.davit.text.GoCase;
import dev.davit.text.GoQuote;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The metadata that a plugin reports; absent parts are empty. Mirrors cli-plugins/metadata.
 *
 * @param problem why the plugin is invalid, in docker's words; empty if it is valid
 */
record PluginMetadata(
    String schemaVersion,
    String vendor,
    String version,
    String shortDescription,
    String url,
    String problem) {
  private static final String SCHEMA = "0.1.0";

  /** Returns the metadata of a plugin that has reported none. */
  static PluginMetadata invalid(String problem) {
    return new PluginMetadata("", "", "", "", "", problem);
  }

  /** Reads the JSON that a plugin prints. */
  static PluginMetadata read(byte[] json) {
    Object value;
    try {
      value = Json.only(json);
    } catch (Json.SyntaxException e) {
      return invalid("invalid metadata: " + e.getMessage());
    }
    if (value != null && !(value instanceof Map<?, ?>)) {
      return invalid(mismatch(value, "value of type metadata.Metadata"));
    }
    return new Reader().read(value == null ? Map.of() : (Map<?, ?>) value);
  }

  private static String mismatch(Object value, String target) {
    return "invalid metadata: json: cannot unmarshal " + Json.kind(value) + " into Go " + target;
  }

  /** Reads the fields as Go does: names match in any case, and the first wrong type is reported. */
  private static final class Reader {
    private final Map<String, String> fields = new HashMap<>();
    private String problem = "";

    PluginMetadata read(Map<?, ?> object) {
      object.forEach((name, value) -> field(String.valueOf(name), value));
      String schema = fields.getOrDefault("SchemaVersion", "");
      String vendor = fields.getOrDefault("Vendor", "");
      if (problem.isEmpty() && !schema.equals(SCHEMA)) {
        problem =
            "plugin SchemaVersion " + GoQuote.quote(schema) + " is not valid, must be " + SCHEMA;
      } else if (problem.isEmpty() && vendor.isEmpty()) {
        problem = "plugin metadata does not define a vendor";
      }
      return new PluginMetadata(
          schema,
          vendor,
          fields.getOrDefault("Version", ""),
          fields.getOrDefault("ShortDescription", ""),
          fields.getOrDefault("URL", ""),
          problem);
    }

    private void field(String name, @Nullable Object value) {
      for (String known :
          new String[] {"SchemaVersion", "Vendor", "Version", "ShortDescription", "URL"}) {
        if (!GoCase.equalFold(known, name)) {
          continue;
        }
        if (value instanceof String text) {
          fields.put(known, text);
        } else if (value != null && problem.isEmpty()) {
          problem = mismatch(value, "struct field Metadata." + known + " of type string");
        }
      }
    }
  }
}
