package dev.davit.gotypes;

import dev.davit.template.GoStruct;
import dev.davit.template.JsonWriter;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A Go struct of values by their names in JSON. {@code APIVersion} is the one field whose Go name
 * differs from its name in JSON.
 */
public record Fields(String typeName, Map<String, @Nullable Object> fields) implements GoStruct {
  @Override
  public boolean hasField(String name) {
    return fields.containsKey(jsonName(name));
  }

  @Override
  public @Nullable Object field(String name) {
    return fields.get(jsonName(name));
  }

  @Override
  public void json(StringBuilder out) {
    JsonWriter.writeHtmlSafe(fields, out);
  }

  private static String jsonName(String name) {
    return name.equals("APIVersion") ? "ApiVersion" : name;
  }
}
