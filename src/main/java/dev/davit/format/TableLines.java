package dev.davit.format;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The lines of a table of fixed columns, formatted without a template. */
final class TableLines<T> implements Lines<T> {
  private final List<Column<T>> columns;
  private final boolean headed;
  private final StringBuilder text = new StringBuilder();

  TableLines(List<Column<T>> all, List<String> shown, boolean headers) {
    List<Column<T>> chosen = new ArrayList<>();
    for (String name : shown) {
      for (Column<T> column : all) {
        if (column.name().equals(name)) {
          chosen.add(column);
        }
      }
    }
    this.columns = chosen;
    this.headed = headers;
    if (headers) {
      line(Column::header);
    }
  }

  @Override
  public void add(T thing) {
    line(column -> column.value().apply(thing));
  }

  private void line(Function<Column<T>, @Nullable Object> cell) {
    String separator = "";
    for (Column<T> column : columns) {
      text.append(separator).append(cell.apply(column));
      separator = "\t";
    }
    text.append('\n');
  }

  @Override
  public @Nullable CharSequence rows() {
    return headed ? text : null;
  }

  @Override
  public String text() {
    return Table.layOut(text);
  }
}
