package dev.davit.template;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A Go struct, or with a type name that starts with {@code *} a pointer to one. */
public non-sealed interface GoStruct extends GoTyped {
  /** True even of a nil pointer, if its type has the field. */
  default boolean hasField(String name) {
    return fields().containsKey(name);
  }

  /** The value of a field that {@link #hasField} knows. */
  default @Nullable Object field(String name) {
    return fields().get(name);
  }

  /** The method of that name, which wins over a field; null if there is none. */
  default @Nullable GoFunction method(String name) {
    return null;
  }

  /** The exported fields by name, in the order {@code %v} prints them. */
  Map<String, @Nullable Object> fields();

  /** What the {@code json} function writes: by default the fields, in their order. */
  default void json(StringBuilder out) {
    JsonWriter.writeObject(fields(), out);
  }
}
