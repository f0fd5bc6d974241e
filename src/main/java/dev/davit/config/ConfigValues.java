package dev.davit.config;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The values of a config.json by key and shape; a key that is not set has an empty value. */
record ConfigValues(
    Map<String, String> texts,
    Map<String, List<String>> lists,
    Map<String, Map<String, String>> maps,
    Map<String, Map<String, Map<String, String>>> tables,
    Map<String, Credentials> credentials) {

  static final ConfigValues NONE =
      new ConfigValues(Map.of(), Map.of(), Map.of(), Map.of(), Map.of());

  Optional<String> text(String key) {
    return Optional.ofNullable(texts.get(key)).filter(text -> !text.isEmpty());
  }

  List<String> list(String key) {
    return lists.getOrDefault(key, List.of());
  }

  Map<String, String> map(String key) {
    return maps.getOrDefault(key, Map.of());
  }

  Map<String, Map<String, String>> table(String key) {
    return tables.getOrDefault(key, Map.of());
  }
}
