package dev.davit.output.schema;

import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Values of the engine's objects as values of output for programs. */
final class Values {
  private Values() {}

  /** Returns a text; null for an empty one. */
  static @Nullable String orNull(@Nullable String text) {
    return text == null || text.isEmpty() ? null : text;
  }

  /** Returns a number; null for -1, which stands for an unknown one. */
  static @Nullable Long orNull(long number) {
    return number == -1 ? null : number;
  }

  /** Returns labels and the like, sorted by name; empty for null. */
  static Map<String, @Nullable String> map(@Nullable Map<String, String> map) {
    return map == null ? Map.of() : new TreeMap<>(map);
  }
}
