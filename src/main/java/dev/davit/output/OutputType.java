package dev.davit.output;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The type of a value in output for programs.
 *
 * @param schema the type as JSON schema, without a description
 */
public record OutputType(Map<String, @Nullable Object> schema) {
  /** A text. */
  public static final OutputType TEXT = named("string");

  /** An integer: a count, a port, or bytes. */
  public static final OutputType INTEGER = named("integer");

  /** A number with a fraction, such as a percentage. */
  public static final OutputType NUMBER = named("number");

  public static final OutputType BOOLEAN = named("boolean");

  /** A time by RFC 3339 in UTC; its value is an {@link java.time.Instant}. */
  public static final OutputType TIME = TEXT.with("format", "date-time");

  private static OutputType named(String name) {
    return new OutputType(Map.of("type", name));
  }

  private OutputType with(String key, Object value) {
    Map<String, @Nullable Object> changed = new LinkedHashMap<>(schema);
    changed.put(key, value);
    return new OutputType(changed);
  }

  /** Returns the type of a text that is one of these words. */
  public static OutputType word(String... words) {
    return TEXT.with("enum", List.of(words));
  }

  /** Returns the type of a list. */
  public static OutputType list(OutputType element) {
    return named("array").with("items", element.schema);
  }

  /** Returns the type of an object with any keys, such as labels. */
  public static OutputType map(OutputType value) {
    return named("object").with("additionalProperties", value.schema);
  }

  /** Returns the type of an object with fields. */
  public static OutputType object(List<? extends OutputField<?>> fields) {
    Map<String, @Nullable Object> properties = new LinkedHashMap<>();
    List<String> names = new ArrayList<>();
    for (OutputField<?> field : fields) {
      properties.put(field.name(), field.schema());
      names.add(field.name());
    }
    return named("object").with("properties", properties).with("required", names);
  }

  /** Returns the type of a value that may be null: not known, or not set. */
  public OutputType orNull() {
    List<Object> types = List.of(String.valueOf(schema.get("type")), "null");
    OutputType nullable = with("type", types);
    if (!(schema.get("enum") instanceof List<?> words)) {
      return nullable;
    }
    List<@Nullable Object> values = new ArrayList<>(words);
    values.add(null);
    return nullable.with("enum", values);
  }
}
