package dev.davit.command.several;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.List;
import java.util.stream.Collectors;

/** JSON arrays of several engines as one, in the layout in which docker prints each. */
final class JointArray {
  private JointArray() {}

  /** Returns the array of all elements; empty without arrays. */
  static String of(List<byte[]> arrays) {
    if (arrays.isEmpty()) {
      return "";
    }
    String elements =
        arrays.stream()
            .map(each -> elements(new String(each, UTF_8)))
            .filter(each -> !each.isEmpty())
            .collect(Collectors.joining(","));
    return '[' + elements + (elements.startsWith("\n") ? "\n]\n" : "]\n");
  }

  private static String elements(String array) {
    return array.substring(array.indexOf('[') + 1, array.lastIndexOf(']')).stripTrailing();
  }
}
