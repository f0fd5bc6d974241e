package dev.davit.template;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A value of a named type, which can have methods: {@code container.NetworkMode}, {@code
 * time.Duration}. Its kind is that of the underlying value.
 *
 * @param typeName the name as Go prints it
 * @param text the result of its String method, printed by {@code %v}; null without such a method
 * @param json the output of the {@code json} function; null to marshal the value
 * @param methods its template methods besides String
 */
public record GoNamed(
    String typeName,
    Object value,
    @Nullable String text,
    @Nullable String json,
    Function<String, @Nullable GoFunction> methods)
    implements GoStruct {

  /** Creates a value of a type without a String method. */
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

  /** Returns a value of the same type for a substring. */
  GoNamed with(String part) {
    return new GoNamed(typeName, part, text == null ? null : part, json, methods);
  }

  /** Returns the result of the GoString method; null without such a method. */
  @Nullable Object goString() {
    GoFunction method = methods.apply("GoString");
    try {
      return method == null ? null : method.body().call(List.of());
    } catch (TemplateException _) {
      return null;
    }
  }

  /** Returns the underlying value of a named type, or the value itself. */
  static @Nullable Object bare(@Nullable Object value) {
    return value instanceof GoNamed named ? named.value() : value;
  }
}
