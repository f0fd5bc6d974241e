package dev.davit.output;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A field of an object in output for programs.
 *
 * @param name the name in camelCase
 * @param description a phrase for the JSON schema
 * @param value returns a text, a number, a boolean, an {@link java.time.Instant}, a list, a map or
 *     null
 */
public record OutputField<T>(
    String name, OutputType type, String description, Function<T, @Nullable Object> value) {
  /** Returns the field's type and description as JSON schema. */
  Map<String, @Nullable Object> schema() {
    Map<String, @Nullable Object> schema = new LinkedHashMap<>();
    schema.put("description", description);
    schema.putAll(type.schema());
    return schema;
  }

  /** Returns an object of fields: their values by name, in this order; times as texts. */
  public static <T> Map<String, @Nullable Object> object(List<OutputField<T>> fields, T of) {
    Map<String, @Nullable Object> object = new LinkedHashMap<>();
    for (OutputField<T> field : fields) {
      object.put(field.name, OutputTime.text(field.value.apply(of)));
    }
    return object;
  }

  /** Returns the objects of a list, which may be null. */
  public static <T> List<Map<String, @Nullable Object>> objects(
      List<OutputField<T>> fields, @Nullable List<T> all) {
    return all == null ? List.of() : all.stream().map(each -> object(fields, each)).toList();
  }
}
