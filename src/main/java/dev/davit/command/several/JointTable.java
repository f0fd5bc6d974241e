package dev.davit.command.several;

import dev.davit.format.Table;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;

/** The tables of several engines as one, with a column HOST. */
final class JointTable {
  private static final String COLUMN = "HOST\t";

  /** The rows of all engines, below each header. */
  private final Map<String, StringBuilder> rows = new LinkedHashMap<>();

  /**
   * The rows of one engine.
   *
   * @param lines cells separated by tabs; the first line is the header
   */
  record Part(String context, CharSequence lines) {}

  private JointTable() {}

  /** Returns the aligned text of all parts, in their order. */
  static String of(Collection<Part> parts) {
    JointTable table = new JointTable();
    parts.forEach(table::add);
    StringBuilder all = new StringBuilder();
    table.rows.forEach(
        (header, lines) -> all.append(COLUMN).append(header).append('\n').append(lines));
    return Table.layOut(all);
  }

  private void add(Part part) {
    String text = part.lines.toString();
    int end = text.indexOf('\n');
    if (end < 0) {
      return;
    }
    StringBuilder lines = rows.computeIfAbsent(text.substring(0, end), any -> new StringBuilder());
    text.substring(end + 1)
        .lines()
        .forEach(line -> lines.append(part.context).append('\t').append(line).append('\n'));
  }
}
