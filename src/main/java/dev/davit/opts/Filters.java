package dev.davit.opts;

import dev.davit.json.JsonText;
import dev.davit.text.GoCase;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Parses {@code --filter name=value} and converts filters to the JSON of the API. */
public final class Filters {
  private Filters() {}

  /** Validates a filter and converts its name to lower case; empty text stays empty. */
  public static String parse(String text) {
    if (text.isEmpty()) {
      return text;
    }
    String value = KeyValue.value(text);
    if (value == null) {
      throw new IllegalArgumentException("bad format of filter (expected name=value)");
    }
    return GoCase.lower(KeyValue.name(text).strip()) + '=' + value.strip();
  }

  /**
   * Adds the filters of config.json to those of a prune (PruneFilters in cli/command/utils.go).
   * docker adds a label only if filters of the opposite kind are given and none of them has the
   * same value, and ignores a filter without a value.
   */
  public static List<String> withConfigured(List<String> given, List<String> configured) {
    List<String> all = new ArrayList<>(given);
    for (String filter : configured) {
      String name = KeyValue.name(filter);
      String value = KeyValue.value(filter);
      String opposite = name.equals("label") ? "label!" : name.equals("label!") ? "label" : "";
      if (value != null && (opposite.isEmpty() || differs(all, opposite, value))) {
        all.add(filter);
      }
    }
    return all;
  }

  private static boolean differs(List<String> filters, String name, String value) {
    List<String> same =
        filters.stream().filter(filter -> KeyValue.name(filter).equals(name)).toList();
    return !same.isEmpty() && !same.contains(name + '=' + value);
  }

  /** Converts filters to JSON, {@code {"status":{"running":true}}}; null without filters. */
  public static @Nullable String toJson(List<String> filters) {
    Map<String, Set<String>> byName = new TreeMap<>();
    for (String filter : filters) {
      String value = KeyValue.value(filter);
      if (value != null) {
        byName.computeIfAbsent(KeyValue.name(filter), name -> new TreeSet<>()).add(value);
      }
    }
    if (byName.isEmpty()) {
      return null;
    }
    StringBuilder json = new StringBuilder("{");
    byName.forEach(
        (name, values) -> {
          json.append(json.length() > 1 ? "," : "").append(JsonText.quote(name)).append(":{");
          values.forEach(value -> json.append(JsonText.quote(value)).append(":true,"));
          json.setCharAt(json.length() - 1, '}');
        });
    return json.append('}').toString();
  }
}
