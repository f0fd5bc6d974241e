package dev.davit.format;

import dev.davit.engine.ControlBytes;
import dev.davit.format.template.GoFunction;
import dev.davit.format.template.GoFunction.Param;
import dev.davit.format.template.Template;
import dev.davit.format.template.TemplateException;
import dev.davit.value.Blanks;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.stream.Collectors;
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
  private static final String TABLE = "table";
  private static final String JSON = "json";
  private static final GoFunction LABEL_HEADER =
      GoFunction.of(args -> labelHeader(String.valueOf(args.getFirst())), Param.STRING);

  /** The lines of a table of some of the columns; no template is needed. */
  public String table(List<T> things, List<String> shown, boolean headers) {
    List<Column<T>> chosen =
        shown.stream()
            .map(name -> columns.stream().filter(c -> c.name().equals(name)).findFirst())
            .flatMap(java.util.Optional::stream)
            .toList();
    StringBuilder text = new StringBuilder();
    if (headers) {
      text.append(chosen.stream().map(Column::header).collect(Collectors.joining("\t")))
          .append('\n');
    }
    for (T thing : things) {
      String separator = "";
      for (Column<T> column : chosen) {
        text.append(separator).append(column.value().apply(thing));
        separator = "\t";
      }
      text.append('\n');
    }
    return Table.layOut(text);
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
    return format.isEmpty() || format.equals(TABLE);
  }

  /**
   * The columns that a format asks for, by trying it on a thing, as docker does; its mistakes are
   * found with it.
   */
  public Set<String> fieldsUsed(String format, T tried) throws FormatException {
    Set<String> used = new HashSet<>();
    if (isDefaultTable(format) || format.equals(JSON)) {
      return used;
    }
    String failed = "failed to parse template";
    try {
      Template template = Template.parse(format); // all of it, with escapes and "table" as text
      failed = "failed to execute template";
      template.execute(
          new Row<>(typeName, columns, methods.apply(tried), tried, used), new StringBuilder());
      return used;
    } catch (TemplateException e) {
      throw new FormatException(failed, e);
    }
  }

  /** The lines of a format other than the default table. */
  public String format(List<T> things, String format) throws FormatException {
    try {
      return formatted(things, format);
    } catch (TemplateException e) {
      throw new FormatException("template parsing error", e);
    }
  }

  private String formatted(List<T> things, String format) throws TemplateException {
    Template template = template(format);
    boolean table = format.startsWith(TABLE);
    StringBuilder text = new StringBuilder();
    Set<String> used = new HashSet<>();
    for (T thing : things) {
      template.execute(new Row<>(typeName, columns, methods.apply(thing), thing, used), text);
      text.append('\n');
    }
    if (!table) {
      return text.toString();
    }
    StringBuilder header = new StringBuilder();
    template.forHeaders().execute(headers(), header);
    return Table.layOut(header.append('\n').append(text));
  }

  /** What the line of headers is made from: the fields are their own headers. */
  private Row<String> headers() {
    List<Column<String>> headers =
        columns.stream()
            .map(
                column ->
                    new Column<String>(column.name(), column.header(), any -> column.header()))
            .toList();
    Map<String, GoFunction> label = Map.of("Label", LABEL_HEADER);
    return new Row<>("formatter.SubHeaderContext", headers, label, "", new HashSet<>());
  }

  /** {@code com.example.some-label} is headed by {@code some label}. */
  private static String labelHeader(String label) {
    return label.substring(label.lastIndexOf('.') + 1).replace('-', ' ').replace('_', ' ');
  }

  private static Template template(String format) throws TemplateException {
    String text = Blanks.trim(format.startsWith(TABLE) ? format.substring(TABLE.length()) : format);
    return Template.parse(
        text.equals(JSON) ? "{{json .}}" : text.replace("\\t", "\t").replace("\\n", "\n"));
  }
}
