package dev.davit.template;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Formats values as Go's fmt with {@code %v}. */
final class GoPrinter {
  private GoPrinter() {}

  /** Prints the result of an action; a missing value is {@code <no value>}. */
  static void print(@Nullable Object value, StringBuilder out) {
    if (value == null) {
      out.append("<no value>");
    } else {
      append(value, out);
    }
  }

  static String sprint(@Nullable Object value) {
    StringBuilder out = new StringBuilder();
    append(value, out);
    return out.toString();
  }

  /** Formats as fmt.Sprint: with a space between operands if neither is a string. */
  static String sprint(List<@Nullable Object> values) {
    return sprint(values, true);
  }

  /** Formats as fmt.Sprint, with or without {@code &} before pointers. */
  static String sprint(List<@Nullable Object> values, boolean references) {
    StringBuilder out = new StringBuilder();
    boolean afterString = true;
    for (Object value : values) {
      boolean isString = GoType.of(value) == GoType.STRING;
      out.append(isString || afterString ? "" : " ").append(references ? reference(value) : "");
      append(value, out);
      afterString = isString;
    }
    return out.toString();
  }

  static String sprintln(List<@Nullable Object> values) {
    StringBuilder out = new StringBuilder();
    for (Object value : values) {
      out.append(out.isEmpty() ? "" : " ").append(reference(value));
      append(value, out);
    }
    return out.append('\n').toString();
  }

  /** Returns the prefix that Go prints before a pointer, for direct operands only. */
  private static String reference(@Nullable Object value) {
    return value instanceof GoStruct struct
            && !(value instanceof GoNamed)
            && !struct.isNil()
            && GoType.of(value) == GoType.POINTER
        ? "&"
        : "";
  }

  static void append(@Nullable Object value, StringBuilder out) {
    switch (value) {
      case null -> out.append("<nil>");
      case Double number -> out.append(FloatFormat.format(number, 'g', -1));
      case List<?> list -> appendList(list, out);
      case Map<?, ?> map -> appendMap(map, out);
      case GoNamed named when named.text() != null -> out.append(named.text());
      case GoNamed named -> append(named.value(), out);
      case GoStruct struct -> appendStruct(struct, out);
      default -> out.append(value);
    }
  }

  private static void appendList(List<?> list, StringBuilder out) {
    String separator = "[";
    for (Object element : list) {
      append(element, out.append(separator));
      separator = " ";
    }
    out.append(list.isEmpty() ? "[]" : "]");
  }

  private static void appendMap(Map<?, ?> map, StringBuilder out) {
    String separator = "map[";
    for (String key : sortedKeys(map)) {
      append(map.get(key), out.append(separator).append(key).append(':'));
      separator = " ";
    }
    out.append(map.isEmpty() ? "map[]" : "]");
  }

  private static void appendStruct(GoStruct struct, StringBuilder out) {
    if (struct.isNil()) {
      out.append("<nil>");
      return;
    }
    String separator = "{";
    for (Object field : struct.fields().values()) {
      append(field, out.append(separator));
      separator = " ";
    }
    out.append(separator.equals("{") ? "{}" : "}");
  }

  static List<String> sortedKeys(Map<?, ?> map) {
    List<String> keys = new ArrayList<>(map.size());
    map.keySet().forEach(key -> keys.add(String.valueOf(key)));
    keys.sort(null);
    return keys;
  }
}
