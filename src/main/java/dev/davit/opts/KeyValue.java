package dev.davit.opts;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Parses {@code NAME=value} and its variants: environment variables, labels and options. */
public final class KeyValue {
  private KeyValue() {}

  /** Validates {@code -e}: a name is required, a value is optional. */
  public static String variable(String text) {
    if (text.isEmpty() || text.charAt(0) == '=') {
      throw new IllegalArgumentException("invalid environment variable: " + text);
    }
    return text;
  }

  /** Validates {@code -l}: a name without white space is required. */
  public static String label(String text) {
    String name = name(text).replaceFirst("^[ \t]+", "");
    if (name.isEmpty()) {
      throw new IllegalArgumentException("invalid label '" + text + "': empty name");
    }
    if (name.indexOf(' ') >= 0 || name.indexOf('\t') >= 0) {
      throw new IllegalArgumentException("label '" + name + "' contains whitespaces");
    }
    return text;
  }

  public static String name(String text) {
    int equals = text.indexOf('=');
    return equals < 0 ? text : text.substring(0, equals);
  }

  /** Returns the text after the first {@code =}; null without {@code =}. */
  public static @Nullable String value(String text) {
    int equals = text.indexOf('=');
    return equals < 0 ? null : text.substring(equals + 1);
  }

  /**
   * Converts to a map; the last value for a name counts, and without {@code =} the value is empty.
   */
  public static Map<String, String> toMap(List<String> texts) {
    Map<String, String> map = new LinkedHashMap<>();
    for (String text : texts) {
      String value = value(text);
      map.put(name(text), value == null ? "" : value);
    }
    return map;
  }

  /** Adds entries to a map; null if both are empty. */
  public static @Nullable Map<String, String> added(
      @Nullable Map<String, String> before, List<String> texts) {
    Map<String, String> all = new LinkedHashMap<>(before == null ? Map.of() : before);
    all.putAll(toMap(texts));
    return all.isEmpty() ? null : all;
  }

  /** Returns the last entry for each name, in the order in which the names first occur. */
  public static List<String> lastOfEach(List<String> texts) {
    Map<String, String> byName = new LinkedHashMap<>();
    texts.forEach(text -> byName.put(name(text), text));
    return List.copyOf(byName.values());
  }
}
