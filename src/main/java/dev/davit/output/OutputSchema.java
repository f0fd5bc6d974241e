package dev.davit.output;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The output of a command for programs.
 *
 * @param verb the words of the command: {@code ps} or {@code network ls}
 * @param description what the output is, as a sentence for the JSON schema
 * @param list whether the output is a list of objects, otherwise it is one object
 * @param fields the fields of an object, in their order; empty for an object whose members the
 *     engine determines, which then is a map
 */
public record OutputSchema<T>(
    String verb, String description, boolean list, List<OutputField<T>> fields) {
  private static final String DIALECT = "https://json-schema.org/draft/2020-12/schema";

  /** Creates the schema of a list of objects with fields. */
  public static <T> OutputSchema<T> list(
      String verb, String description, List<OutputField<T>> fields) {
    return new OutputSchema<>(verb, description, true, fields);
  }

  /** Creates the schema of objects whose members the engine determines. */
  public static OutputSchema<Map<String, @Nullable Object>> objects(
      String verb, String description, boolean list) {
    return new OutputSchema<>(verb, description, list, List.of());
  }

  /** The names of all fields. */
  public List<String> names() {
    return fields.stream().map(OutputField::name).toList();
  }

  /** The field of a name, in upper or lower case. */
  public Optional<OutputField<T>> field(String name) {
    return fields.stream().filter(field -> field.name().equalsIgnoreCase(name)).findFirst();
  }

  /** Returns the output with some of the fields, in a given order; skips names of no field. */
  public OutputSchema<T> only(List<String> names) {
    return list(
        verb,
        description,
        names.stream().flatMap(name -> field(name).stream()).distinct().toList());
  }

  /** Returns the object of a value; a value without fields is the object itself. */
  @SuppressWarnings("unchecked") // a schema without fields is only created for maps
  Map<String, @Nullable Object> object(T of) {
    return fields.isEmpty() ? (Map<String, @Nullable Object>) of : OutputField.object(fields, of);
  }

  /** Returns the JSON schema of the format {@code json}. */
  public String json() {
    Map<String, @Nullable Object> object =
        fields.isEmpty() ? Map.of("type", "object") : OutputType.object(fields).schema();
    Map<String, @Nullable Object> schema = new LinkedHashMap<>();
    schema.put("$schema", DIALECT);
    schema.put("title", "davit " + verb + " --output json");
    schema.put("description", description);
    if (list) {
      schema.put("type", "array");
      schema.put("items", object);
    } else {
      schema.putAll(object);
    }
    return JsonValues.indented(schema) + '\n';
  }
}
