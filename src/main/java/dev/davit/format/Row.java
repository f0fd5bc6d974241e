package dev.davit.format;

import dev.davit.template.GoFunction;
import dev.davit.template.GoStruct;
import dev.davit.template.JsonWriter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The template's view of one value: columns are methods, computed on access. */
final class Row<T> implements GoStruct {
  private final String typeName;
  private final List<Column<T>> columns;
  private final Map<String, GoFunction> methods;
  private final T thing;
  private final Set<String> used;

  /**
   * Creates the view of a value.
   *
   * @param used receives the names of accessed columns, and of all columns when the row is written
   *     as JSON
   */
  Row(
      String typeName,
      List<Column<T>> columns,
      Map<String, GoFunction> methods,
      T thing,
      Set<String> used) {
    this.typeName = typeName;
    this.columns = columns;
    this.methods = methods;
    this.thing = thing;
    this.used = used;
  }

  @Override
  public String typeName() {
    return typeName;
  }

  @Override
  public boolean hasField(String name) {
    return column(name) != null;
  }

  @Override
  public @Nullable Object field(String name) {
    used.add(name);
    Column<T> column = column(name);
    return column == null ? null : column.value().apply(thing);
  }

  private @Nullable Column<T> column(String name) {
    for (Column<T> column : columns) {
      if (column.name().equals(name)) {
        return column;
      }
    }
    return null;
  }

  @Override
  public @Nullable GoFunction method(String name) {
    GoFunction method = methods.get(name);
    return method == null && hasField(name) ? GoFunction.of(args -> field(name)) : method;
  }

  @Override
  public Map<String, @Nullable Object> fields() {
    Map<String, @Nullable Object> fields = new LinkedHashMap<>();
    columns.forEach(column -> fields.put(column.name(), column.value().apply(thing)));
    return fields;
  }

  /** Writes a map of the columns by name, with HTML escapes, as docker does. */
  @Override
  public void json(StringBuilder out) {
    JsonWriter json = JsonWriter.htmlSafe(out);
    char separator = '{';
    for (Column<T> column : columns) {
      Function<T, @Nullable Object> value = column.json();
      if (value == null) {
        continue;
      }
      used.add(column.name());
      json.member(separator, column.name(), value.apply(thing));
      separator = ',';
    }
    out.append('}');
  }
}
