package dev.davit.format;

import dev.davit.template.GoFunction;
import dev.davit.template.GoSlice;
import dev.davit.template.Template;
import dev.davit.template.TemplateException;
import dev.davit.text.ControlBytes;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Formats values as a table, as JSON or by a template. Mirrors cli/command/formatter.
 *
 * @param typeName the Go type that template errors name
 * @param columns all columns, by name
 * @param methods the template methods of a value besides its columns
 */
public record Listing<T>(
    String typeName, List<Column<T>> columns, Function<T, Map<String, GoFunction>> methods) {
  /** Returns a table of the given columns. */
  public Lines<T> table(List<String> shown, boolean headers) {
    return new TableLines<>(columns, shown, headers);
  }

  /** Returns lines in a format other than the default table. */
  public Lines<T> lines(String format) throws FormatException {
    return new TemplateLines<>(this, format);
  }

  /** Returns a listing that escapes control characters in values if the output is a terminal. */
  public Listing<T> on(BooleanSupplier terminal) {
    List<Column<T>> shown = new ArrayList<>();
    for (Column<T> each : columns) {
      Function<T, @Nullable Object> json = each.json();
      shown.add(
          new Column<>(
              each.name(),
              each.header(),
              thing -> harmless(each.value().apply(thing), terminal),
              json == null ? null : thing -> harmless(json.apply(thing), terminal)));
    }
    return new Listing<>(typeName, shown, thing -> harmless(methods.apply(thing), terminal));
  }

  private static @Nullable Object harmless(@Nullable Object value, BooleanSupplier terminal) {
    return value instanceof String text && ControlBytes.areIn(text) && terminal.getAsBoolean()
        ? ControlBytes.shown(text)
        : value;
  }

  private static Map<String, GoFunction> harmless(
      Map<String, GoFunction> methods, BooleanSupplier terminal) {
    Map<String, GoFunction> shown = new HashMap<>();
    methods.forEach(
        (name, method) ->
            shown.put(
                name,
                new GoFunction(
                    method.params(),
                    method.variadic(),
                    args -> harmless(method.body().call(args), terminal))));
    return shown;
  }

  /** Whether a format means the default table. */
  public static boolean isDefaultTable(String format) {
    return format.isEmpty() || format.equals(TemplateLines.TABLE);
  }

  /**
   * Returns the columns that a format uses, by executing it on a sample value, as docker does; this
   * also finds errors in the format.
   */
  public Set<String> fieldsUsed(String format, T tried) throws FormatException {
    Set<String> used = new HashSet<>();
    if (isDefaultTable(format) || format.equals(TemplateLines.JSON)) {
      return used;
    }
    String failed = "failed to parse template";
    try {
      Template template =
          Template.parse(format); // the whole format, with escapes and "table" as literal text
      failed = "failed to execute template";
      template.execute(row(tried, used), new StringBuilder());
      return used;
    } catch (TemplateException e) {
      throw new FormatException(failed, e);
    }
  }

  /** Returns the slice of Go values that a template sees. */
  public GoSlice values(List<T> things) {
    return new GoSlice(
        "[]" + typeName, things.stream().map(thing -> row(thing, new HashSet<>())).toList());
  }

  /** Returns the template's view of a value. */
  Row<T> row(T thing, Set<String> used) {
    return new Row<>(typeName, columns, methods.apply(thing), thing, used);
  }
}
