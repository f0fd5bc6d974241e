package dev.davit.format;

import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What can be shown of something: the table, {@code --format} and {@code json} all read this.
 *
 * @param name what a template calls it: {@code .Names}
 * @param header above the column in a table
 */
public record Column<T>(String name, String header, Function<T, @Nullable Object> value) {}
