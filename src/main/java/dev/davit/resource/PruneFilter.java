package dev.davit.resource;

import dev.davit.gotypes.Timestamps;
import dev.davit.opts.KeyValue;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The filters {@code until}, {@code label} and {@code label!} of prune endpoints, evaluated as the
 * engine does, to show what a prune would remove.
 *
 * @param required labels that an object must have, all of them: {@code KEY} or {@code KEY=VALUE}
 * @param excluded labels that, if an object has all of them, exclude it
 * @param until only objects created until then; null for all
 */
public record PruneFilter(List<String> required, List<String> excluded, @Nullable Instant until) {
  /**
   * Reads filters of the form {@code NAME=VALUE}.
   *
   * @throws IllegalArgumentException with the engine's message if a filter is unknown or invalid
   */
  public static PruneFilter of(List<String> filters, Timestamps timestamps) {
    for (String filter : filters) {
      if (!List.of("label", "label!", "until").contains(KeyValue.name(filter))) {
        throw new IllegalArgumentException("invalid filter '" + KeyValue.name(filter) + "'");
      }
    }
    List<String> until = values(filters, "until");
    if (until.size() > 1) {
      throw new IllegalArgumentException("more than one until filter specified");
    }
    return new PruneFilter(
        values(filters, "label"),
        values(filters, "label!"),
        until.isEmpty() ? null : instant(timestamps.parse(until.getFirst())));
  }

  private static List<String> values(List<String> filters, String name) {
    return filters.stream()
        .filter(filter -> KeyValue.name(filter).equals(name))
        .map(filter -> Objects.requireNonNullElse(KeyValue.value(filter), ""))
        .distinct()
        .toList();
  }

  private static Instant instant(String unixSeconds) {
    BigDecimal seconds = new BigDecimal(unixSeconds);
    long whole = seconds.longValue();
    return Instant.ofEpochSecond(
        whole, seconds.subtract(BigDecimal.valueOf(whole)).movePointRight(9).longValue());
  }

  /** Returns whether an object without labels is among those to remove. */
  public boolean matches(Instant created) {
    return until == null || !created.isAfter(until);
  }

  /** Returns whether an object is among those to remove. */
  public boolean matches(@Nullable Map<String, String> labels, Instant created) {
    Map<String, String> has = Objects.requireNonNullElse(labels, Map.of());
    return matches(created)
        && hasAll(has, required)
        && (excluded.isEmpty() || !hasAll(has, excluded));
  }

  private static boolean hasAll(Map<String, String> has, List<String> wanted) {
    return wanted.stream()
        .allMatch(
            label -> {
              String value = KeyValue.value(label);
              String name = KeyValue.name(label);
              return has.containsKey(name) && (value == null || value.equals(has.get(name)));
            });
  }
}
