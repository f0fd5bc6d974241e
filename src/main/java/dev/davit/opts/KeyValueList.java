package dev.davit.opts;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Parses {@code a=1,b=2} as pflag's stringToString. */
public final class KeyValueList {
  private KeyValueList() {}

  /**
   * Parses pairs.
   *
   * @throws IllegalArgumentException with pflag's message
   */
  public static Map<String, String> parse(String text) {
    Map<String, String> map = new LinkedHashMap<>();
    for (String pair : pairs(text)) {
      int equals = pair.indexOf('=');
      if (equals < 0) {
        throw new IllegalArgumentException(pair + " must be formatted as key=value");
      }
      map.put(pair.substring(0, equals), pair.substring(equals + 1));
    }
    return map;
  }

  /** Merges the values of a repeated flag; the last value for a key counts. */
  public static Map<String, String> merged(List<Map<String, String>> maps) {
    Map<String, String> all = new LinkedHashMap<>();
    maps.forEach(all::putAll);
    return all;
  }

  /**
   * Splits at commas only if there are several pairs, so that a single value may contain commas.
   */
  private static List<String> pairs(String text) {
    int first = text.indexOf('=');
    if (first >= 0 && text.indexOf('=', first + 1) >= 0) {
      return Csv.parse(text);
    }
    return List.of(first < 0 ? text : withoutQuotes(text));
  }

  private static String withoutQuotes(String text) {
    int start = 0;
    int end = text.length();
    while (start < end && text.charAt(start) == '"') {
      start++;
    }
    while (end > start && text.charAt(end - 1) == '"') {
      end--;
    }
    return text.substring(start, end);
  }
}
