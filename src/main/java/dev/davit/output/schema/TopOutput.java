package dev.davit.output.schema;

import dev.davit.engine.model.TopResult;
import dev.davit.output.OutputSchema;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The output of {@code top} for programs: an object for each process, with the titles of ps. */
public final class TopOutput {
  /** Objects with the titles of ps as names. */
  public static final OutputSchema<Map<String, @Nullable Object>> SCHEMA =
      OutputSchema.objects(
          "top",
          "The processes of davit top. The names are the titles of ps, such as PID and CMD; PID and"
              + " PPID are integers, all other values are texts.",
          true);

  private static final Set<String> NUMBERS = Set.of("PID", "PPID");

  private static final Pattern NUMBER = Pattern.compile("\\d{1,18}");

  private TopOutput() {}

  /** Returns the objects of all processes; of titles that are equal, the first counts. */
  public static List<Map<String, @Nullable Object>> rows(TopResult top) {
    List<Map<String, @Nullable Object>> rows = new ArrayList<>();
    List<String> titles = top.titles() == null ? List.of() : top.titles();
    if (top.processes() != null) {
      top.processes().forEach(cells -> rows.add(row(titles, cells)));
    }
    return rows;
  }

  private static Map<String, @Nullable Object> row(List<String> titles, List<String> cells) {
    Map<String, @Nullable Object> row = new LinkedHashMap<>();
    for (int i = 0; i < titles.size(); i++) {
      String title = titles.get(i);
      row.putIfAbsent(title, i < cells.size() ? value(title, cells.get(i)) : null);
    }
    return row;
  }

  private static Object value(String title, String cell) {
    return NUMBERS.contains(title) && NUMBER.matcher(cell).matches() ? Long.valueOf(cell) : cell;
  }
}
