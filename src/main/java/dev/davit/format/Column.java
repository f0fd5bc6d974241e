package dev.davit.format;

import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What can be shown of something: the table, {@code --format} and {@code json} all read this.
 *
 * @param name what a template calls it: {@code .Names}
 * @param header above the column in a table
 * @param inJson whether {@code json} shows it with the others
 */
public record Column<T>(
    String name, String header, Function<T, @Nullable Object> value, boolean inJson) {
  public Column(String name, String header, Function<T, @Nullable Object> value) {
    this(name, header, value, true);
  }

  /** One that docker has in versions after 28.2, whose JSON is without it. */
  public static <T> Column<T> newer(
      String name, String header, Function<T, @Nullable Object> value) {
    return new Column<>(name, header, value, false);
  }
}
