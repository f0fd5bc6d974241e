package dev.davit.opts;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** {@code NAME=value} and its relatives: variables, labels, options. */
public final class KeyValue {
  private KeyValue() {}

  /** {@code -e}: a name is needed, a value is not. */
  public static String variable(String text) {
    if (text.isEmpty() || text.charAt(0) == '=') {
      throw new IllegalArgumentException("invalid environment variable: " + text);
    }
    return text;
  }

  /** {@code -l}: a name without spaces. */
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

  /** What follows the first {@code =}; null where there is none. */
  public static @Nullable String value(String text) {
    int equals = text.indexOf('=');
    return equals < 0 ? null : text.substring(equals + 1);
  }

  /** By name, the last one winning; without {@code =} the value is empty. */
  public static Map<String, String> toMap(List<String> texts) {
    Map<String, String> map = new LinkedHashMap<>();
    for (String text : texts) {
      String value = value(text);
      map.put(name(text), value == null ? "" : value);
    }
    return map;
  }

  /** A map and more entries; null where there is neither. */
  public static @Nullable Map<String, String> added(
      @Nullable Map<String, String> before, List<String> texts) {
    Map<String, String> all = new LinkedHashMap<>(before == null ? Map.of() : before);
    all.putAll(toMap(texts));
    return all.isEmpty() ? null : all;
  }

  /** The same entries, the last one for each name, in the order the names were first given. */
  public static List<String> lastOfEach(List<String> texts) {
    Map<String, String> byName = new LinkedHashMap<>();
    texts.forEach(text -> byName.put(name(text), text));
    return List.copyOf(byName.values());
  }
}
