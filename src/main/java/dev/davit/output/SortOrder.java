package dev.davit.output;

import dev.davit.text.NaturalOrder;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The value of {@code --sort}: fields, the first of which counts most. */
public record SortOrder(List<Key> keys) {
  /** A field; from the largest value down if {@code descending}. */
  public record Key(String field, boolean descending) {}

  /**
   * Parses names of fields, separated by commas and each after {@code -} for the reverse order.
   *
   * @throws IllegalArgumentException that names all fields
   */
  public static SortOrder parse(String text, OutputSchema<?> schema) {
    List<Key> keys = new ArrayList<>();
    for (String each : text.split(",", -1)) {
      boolean descending = each.startsWith("-");
      OutputField<?> field = schema.field(descending ? each.substring(1) : each).orElse(null);
      if (field == null) {
        throw new IllegalArgumentException(
            "must be one or more of "
                + String.join(", ", schema.names())
                + ", separated by commas; -KEY sorts in reverse order");
      }
      keys.add(new Key(field.name(), descending));
    }
    return new SortOrder(keys);
  }

  /** Whether a field is one of the keys. */
  public boolean has(String field) {
    return keys.stream().anyMatch(key -> key.field.equalsIgnoreCase(field));
  }

  /** Returns the order of values; null comes last, in reverse order too. */
  public <T> Comparator<T> of(OutputSchema<T> schema) {
    Comparator<T> order = (_, _) -> 0;
    for (Key key : keys) {
      OutputField<T> field = schema.field(key.field).orElseThrow();
      order =
          order.thenComparing(
              (one, other) ->
                  compare(field.value().apply(one), field.value().apply(other), key.descending));
    }
    return order;
  }

  private static int compare(@Nullable Object one, @Nullable Object other, boolean descending) {
    if (one == null || other == null) {
      return Boolean.compare(one == null, other == null);
    }
    return descending ? -compare(one, other) : compare(one, other);
  }

  private static int compare(Object one, Object other) {
    if (one instanceof Long a && other instanceof Long b) {
      return Long.compare(a, b);
    }
    if (one instanceof Number a && other instanceof Number b) {
      return Double.compare(a.doubleValue(), b.doubleValue());
    }
    if (one instanceof Boolean a && other instanceof Boolean b) {
      return Boolean.compare(a, b);
    }
    if (one instanceof Instant a && other instanceof Instant b) {
      return a.compareTo(b);
    }
    return NaturalOrder.INSTANCE.compare(text(one), text(other));
  }

  private static String text(Object value) {
    return value instanceof String text ? text : JsonValues.compact(value);
  }
}
