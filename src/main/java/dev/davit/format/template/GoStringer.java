package dev.davit.format.template;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A value whose Go type has a String method: {@code %v} prints {@code text}, and all else sees the
 * value.
 *
 * @param typeName as Go prints it: {@code time.Duration}
 * @param json what the {@code json} function writes
 * @param methods what a template can call besides String
 */
public record GoStringer(
    String typeName, Object value, String text, String json, Map<String, GoFunction> methods)
    implements GoStruct {

  @Override
  public boolean hasField(String name) {
    return value instanceof GoStruct struct && struct.hasField(name);
  }

  @Override
  public @Nullable Object field(String name) {
    return value instanceof GoStruct struct ? struct.field(name) : null;
  }

  @Override
  public @Nullable GoFunction method(String name) {
    return name.equals("String") ? GoFunction.of(args -> text) : methods.get(name);
  }

  @Override
  public Map<String, @Nullable Object> fields() {
    return value instanceof GoStruct struct ? struct.fields() : Map.of();
  }

  @Override
  public void json(StringBuilder out) {
    out.append(json);
  }

  @Override
  public String toString() {
    return text;
  }

  /** The value itself, where it is in one of these. */
  static @Nullable Object bare(@Nullable Object value) {
    return value instanceof GoStringer stringer ? stringer.value() : value;
  }
}
