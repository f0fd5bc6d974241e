package dev.davit.output;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Writes {@code csv} and {@code tsv}: a line of names, then a line for each object. Lists and maps
 * are compact JSON, null is an empty field.
 */
final class SeparatedWriter implements OutputWriter {
  private final String separator;
  private final String lineEnd;
  private final UnaryOperator<String> escape;
  private List<String> names = List.of();

  private SeparatedWriter(String separator, String lineEnd, UnaryOperator<String> escape) {
    this.separator = separator;
    this.lineEnd = lineEnd;
    this.escape = escape;
  }

  /** Writes by RFC 4180: lines end with CR LF, fields with special characters are quoted. */
  static SeparatedWriter csv() {
    return new SeparatedWriter(",", "\r\n", SeparatedWriter::quoted);
  }

  /** Writes lines with tabs, where tab, line feed, carriage return and backslash are escaped. */
  static SeparatedWriter tsv() {
    return new SeparatedWriter("\t", "\n", SeparatedWriter::escaped);
  }

  @Override
  public String begin(List<String> fields) {
    names = fields;
    return fields.isEmpty() ? "" : line(fields);
  }

  @Override
  public String next(Map<String, @Nullable Object> object) {
    String header = names.isEmpty() ? begin(List.copyOf(object.keySet())) : "";
    List<String> cells = new ArrayList<>();
    for (String name : names) {
      cells.add(cell(object.get(name)));
    }
    return header + line(cells);
  }

  @Override
  public String end() {
    return "";
  }

  private String line(Collection<String> cells) {
    return cells.stream().map(escape).collect(Collectors.joining(separator, "", lineEnd));
  }

  private static String cell(@Nullable Object value) {
    return value == null ? "" : value instanceof String text ? text : JsonValues.compact(value);
  }

  private static String quoted(String cell) {
    boolean special = cell.chars().anyMatch(c -> "\",\r\n".indexOf(c) >= 0);
    return special ? '"' + cell.replace("\"", "\"\"") + '"' : cell;
  }

  private static String escaped(String cell) {
    return cell.replace("\\", "\\\\")
        .replace("\t", "\\t")
        .replace("\n", "\\n")
        .replace("\r", "\\r");
  }
}
