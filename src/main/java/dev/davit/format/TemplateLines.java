package dev.davit.format;

import dev.davit.template.GoFunction;
import dev.davit.template.GoFunction.Param;
import dev.davit.template.Template;
import dev.davit.template.TemplateException;
import dev.davit.text.Blanks;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The lines of a template, of {@code table TEMPLATE} or of {@code json}. */
final class TemplateLines<T> implements Lines<T> {
  static final String TABLE = "table";
  static final String JSON = "json";
  private static final GoFunction LABEL_HEADER =
      GoFunction.of(args -> labelHeader(String.valueOf(args.getFirst())), Param.STRING);

  private final Listing<T> listing;
  private final Template template;
  private final boolean table;
  private final Set<String> used = new HashSet<>();
  private final StringBuilder text = new StringBuilder();

  TemplateLines(Listing<T> listing, String format) throws FormatException {
    this.listing = listing;
    this.table = format.startsWith(TABLE);
    String trimmed = Blanks.trim(table ? format.substring(TABLE.length()) : format);
    try {
      this.template =
          Template.parse(
              format.equals(JSON)
                  ? "{{json .}}"
                  : trimmed.replace("\\t", "\t").replace("\\n", "\n"));
    } catch (TemplateException e) {
      throw failed(e);
    }
  }

  private static FormatException failed(TemplateException cause) {
    return new FormatException("template parsing error", cause);
  }

  @Override
  public void add(T thing) throws FormatException {
    try {
      template.execute(listing.row(thing, used), text);
      text.append('\n');
    } catch (TemplateException e) {
      throw failed(e);
    }
  }

  @Override
  public CharSequence text() {
    CharSequence rows = rows();
    return rows == null ? text : Table.layOut(rows);
  }

  @Override
  public @Nullable CharSequence rows() {
    if (!table) {
      return null;
    }
    StringBuilder lines = new StringBuilder();
    try {
      template.forHeaders().execute(headers(), lines);
    } catch (TemplateException _) {
      // a template that fits rows only, such as {{json .}}, has a heading up to the failure
    }
    return lines.append('\n').append(text);
  }

  /** Returns the row for the heading line: each field is the column's heading. */
  private Row<String> headers() {
    List<Column<String>> headers = new ArrayList<>();
    for (Column<T> column : listing.columns()) {
      String header = column.header().isEmpty() ? null : column.header();
      headers.add(new Column<>(column.name(), column.header(), any -> header));
    }
    Map<String, GoFunction> label = Map.of("Label", LABEL_HEADER);
    return new Row<>("formatter.SubHeaderContext", headers, label, "", new HashSet<>());
  }

  /** Derives a heading from a label: {@code some label} for {@code com.example.some-label}. */
  private static String labelHeader(String label) {
    return label.substring(label.lastIndexOf('.') + 1).replace('-', ' ').replace('_', ' ');
  }
}
