package dev.davit.template;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A Go struct, or a pointer to one if the type name begins with {@code *}. */
public non-sealed interface GoStruct extends GoTyped {
  /** Whether the type has a field; true for a nil pointer as well. */
  default boolean hasField(String name) {
    return fields().containsKey(name);
  }

  /** Returns a field's value; {@link #hasField} must be true. */
  default @Nullable Object field(String name) {
    return fields().get(name);
  }

  /** Returns a method, which takes precedence over a field; null if it does not exist. */
  default @Nullable GoFunction method(String name) {
    return null;
  }

  /** The exported fields by name, in the order of {@code %v}. */
  Map<String, @Nullable Object> fields();

  /** Writes the output of the {@code json} function: by default the fields in their order. */
  default void json(StringBuilder out) {
    JsonWriter.writeObject(fields(), out);
  }
}
