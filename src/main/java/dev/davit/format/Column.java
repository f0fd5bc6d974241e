package dev.davit.format;

import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A value of a row that tables, {@code --format} and {@code json} can show.
 *
 * @param name the field name in templates: {@code .Names}
 * @param header the heading of the column in a table
 * @param json the value in {@code json}; null if {@code json} omits the column
 */
public record Column<T>(
    String name,
    String header,
    Function<T, @Nullable Object> value,
    @Nullable Function<T, @Nullable Object> json) {
  public Column(String name, String header, Function<T, @Nullable Object> value) {
    this(name, header, value, value);
  }

  /**
   * Creates a column that docker has in versions after 28.2, and that {@code json} therefore omits.
   */
  public static <T> Column<T> newer(
      String name, String header, Function<T, @Nullable Object> value) {
    return new Column<>(name, header, value, null);
  }
}
