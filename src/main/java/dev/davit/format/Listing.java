package dev.davit.format;

import dev.davit.template.GoFunction;
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
 * Things in lines: a table, JSON, or by a template. Mirrors cli/command/formatter.
 *
 * @param typeName what errors in a template call one of the things
 * @param columns all that can be shown, in the order of their names
 * @param methods what a template can call besides the columns
 */
public record Listing<T>(
    String typeName, List<Column<T>> columns, Function<T, Map<String, GoFunction>> methods) {
  /** A table of some of the columns. */
  public Lines<T> table(List<String> shown, boolean headers) {
    return new TableLines<>(columns, shown, headers);
  }

  /** By a format other than the default table. */
  public Lines<T> lines(String format) throws FormatException {
    return new TemplateLines<>(this, format);
  }

  /** The same where it is shown on a terminal: what the engine sent must not steer that. */
  public Listing<T> on(BooleanSupplier terminal) {
    List<Column<T>> shown = new ArrayList<>();
    for (Column<T> each : columns) {
      shown.add(
          new Column<>(
              each.name(),
              each.header(),
              thing -> harmless(each.value().apply(thing), terminal),
              each.inJson()));
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

  /** Whether a format asks for the default table. */
  public static boolean isDefaultTable(String format) {
    return format.isEmpty() || format.equals(TemplateLines.TABLE);
  }

  /**
   * The columns that a format asks for, by trying it on a thing, as docker does; its mistakes are
   * found with it.
   */
  public Set<String> fieldsUsed(String format, T tried) throws FormatException {
    Set<String> used = new HashSet<>();
    if (isDefaultTable(format) || format.equals(TemplateLines.JSON)) {
      return used;
    }
    String failed = "failed to parse template";
    try {
      Template template = Template.parse(format); // all of it, with escapes and "table" as text
      failed = "failed to execute template";
      template.execute(row(tried, used), new StringBuilder());
      return used;
    } catch (TemplateException e) {
      throw new FormatException(failed, e);
    }
  }

  /** A thing as a template sees it. */
  Row<T> row(T thing, Set<String> used) {
    return new Row<>(typeName, columns, methods.apply(thing), thing, used);
  }
}
