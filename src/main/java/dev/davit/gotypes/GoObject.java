package dev.davit.gotypes;

import dev.davit.gotypes.GoSchema.Field;
import dev.davit.template.GoFunction;
import dev.davit.template.GoMap;
import dev.davit.template.GoNamed;
import dev.davit.template.GoStruct;
import dev.davit.template.GoTyped;
import dev.davit.template.JsonWriter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A JSON object as the Go struct that docker decodes it to; without an object, a nil pointer. */
final class GoObject implements GoStruct {
  /**
   * The methods of container.RestartPolicy, each with the policy names for which it returns true.
   */
  private static final Map<String, List<String>> RESTARTS =
      Map.of(
          "IsNone", List.of("no", ""),
          "IsAlways", List.of("always"),
          "IsOnFailure", List.of("on-failure"),
          "IsUnlessStopped", List.of("unless-stopped"));

  private final String typeName;
  private final boolean nil;
  private final Map<String, @Nullable Object> values = new LinkedHashMap<>();
  private final List<Field> fields;

  GoObject(String typeName, GoSchema schema, List<Field> fields, @Nullable Map<?, ?> json) {
    this.typeName = typeName;
    this.nil = json == null;
    this.fields = fields;
    if (json != null) {
      for (Field field : fields) {
        Object value = field.embedded() ? json : json.get(field.json());
        values.put(field.name(), schema.value(field.type(), value));
      }
    }
  }

  @Override
  public String typeName() {
    return typeName;
  }

  @Override
  public boolean isNil() {
    return nil;
  }

  @Override
  public @Nullable GoFunction method(String name) {
    List<String> names = typeName.endsWith("container.RestartPolicy") ? RESTARTS.get(name) : null;
    return names == null
        ? null
        : GoFunction.of(args -> names.contains(String.valueOf(values.get("Name"))));
  }

  @Override
  public boolean hasField(String name) {
    return fields.stream().anyMatch(field -> field.name().equals(name))
        || embeddedWith(name) != null;
  }

  @Override
  public @Nullable Object field(String name) {
    GoObject embedded = values.containsKey(name) ? null : embeddedWith(name);
    return embedded == null ? values.get(name) : embedded.field(name);
  }

  private @Nullable GoObject embeddedWith(String name) {
    for (Field field : fields) {
      if (field.embedded()
          && values.get(field.name()) instanceof GoObject embedded
          && embedded.hasField(name)) {
        return embedded;
      }
    }
    return null;
  }

  @Override
  public Map<String, @Nullable Object> fields() {
    return values;
  }

  @Override
  public void json(StringBuilder out) {
    Map<String, @Nullable Object> members = new LinkedHashMap<>();
    addTo(members);
    JsonWriter.writeObject(members, out);
  }

  private void addTo(Map<String, @Nullable Object> members) {
    for (Field field : fields) {
      Object value = values.get(field.name());
      if (field.embedded() && value instanceof GoObject embedded) {
        embedded.addTo(members);
      } else if (!field.omitEmpty() || !isEmpty(field, value)) {
        members.put(field.json(), value);
      }
    }
  }

  /** A pointer is empty only if it is nil, and not if it points to an empty value. */
  private static boolean isEmpty(Field field, @Nullable Object value) {
    return field.type().startsWith("*")
        ? value == null || value instanceof GoTyped typed && typed.isNil()
        : isEmpty(value);
  }

  /** Whether encoding/json considers a value empty: false, 0, "", nil, and empty lists and maps. */
  private static boolean isEmpty(@Nullable Object value) {
    return switch (value) {
      case null -> true;
      case String text -> text.isEmpty();
      case Boolean on -> !on;
      case GoNamed named -> isEmpty(named.value());
      case Number number -> number.longValue() == 0;
      case List<?> list -> list.isEmpty();
      case GoMap map -> map.isEmpty();
      case GoTyped typed -> typed.isNil();
      default -> false;
    };
  }
}
