package dev.davit.resource;

import dev.davit.template.GoFunction;
import dev.davit.template.GoFunction.Param;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The labels of an object in lists: null without labels. */
final class Labels {
  private Labels() {}

  /** Returns the labels sorted by key, separated by commas: {@code env=test,tier=front}. */
  static String list(@Nullable Map<String, String> labels) {
    return labels == null
        ? ""
        : new TreeMap<>(labels)
            .entrySet().stream()
                .map(label -> label.getKey() + '=' + label.getValue())
                .collect(Collectors.joining(","));
  }

  /** Returns the template method {@code Label}, which returns the value of a label. */
  static Map<String, GoFunction> method(@Nullable Map<String, String> labels) {
    Map<String, String> all = labels == null ? Map.of() : labels;
    return Map.of(
        "Label",
        GoFunction.of(args -> all.getOrDefault(String.valueOf(args.getFirst()), ""), Param.STRING));
  }
}
