package dev.davit.template;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A value of a type with a name of its own and perhaps with methods: {@code container.NetworkMode},
 * {@code time.Duration}. What looks at its kind sees the value.
 *
 * @param typeName as Go prints it
 * @param text what its String method says, which {@code %v} prints; null if it has none
 * @param json what the {@code json} function writes; null if that is the value's own
 * @param methods what a template can call besides String
 */
public record GoNamed(
    String typeName,
    Object value,
    @Nullable String text,
    @Nullable String json,
    Function<String, @Nullable GoFunction> methods)
    implements GoStruct {

  /** A value of the type without a String method. */
  public static GoNamed of(
      String typeName, Object value, Function<String, @Nullable GoFunction> methods) {
    return new GoNamed(typeName, value, null, null, methods);
  }

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
    return text != null && name.equals("String")
        ? GoFunction.of(args -> text)
        : methods.apply(name);
  }

  @Override
  public Map<String, @Nullable Object> fields() {
    return value instanceof GoStruct struct ? struct.fields() : Map.of();
  }

  @Override
  public void json(StringBuilder out) {
    if (json == null) {
      JsonWriter.write(value, out);
    } else {
      out.append(json);
    }
  }

  @Override
  public String toString() {
    return text == null ? value.toString() : text;
  }

  /** A part of the text that it is. */
  GoNamed with(String part) {
    return new GoNamed(typeName, part, text == null ? null : part, json, methods);
  }

  /** What its GoString method says, if it has one. */
  @Nullable Object goString() {
    GoFunction method = methods.apply("GoString");
    try {
      return method == null ? null : method.body().call(List.of());
    } catch (TemplateException _) {
      return null;
    }
  }

  /** The value itself, where it is in one of these. */
  static @Nullable Object bare(@Nullable Object value) {
    return value instanceof GoNamed named ? named.value() : value;
  }
}
