package dev.davit.job;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The template <code>{{.Task.Slot}}</code>, by which a task knows its number. A swarm counts the
 * tasks of a job from 0, but replaces the number 0 by the ID of the node.
 */
final class TaskSlot {
  private static final Pattern TEMPLATE = Pattern.compile("\\{\\{\\s*\\.Task\\.Slot\\s*}}");

  private static final String NUMBER =
      "{{if eq .Task.Slot .Node.ID}}0{{else}}{{.Task.Slot}}{{end}}";

  private TaskSlot() {}

  /** Returns a tree of maps and lists in whose texts the template stands for the number. */
  static @Nullable Object numbered(@Nullable Object tree) {
    return switch (tree) {
      case String text -> TEMPLATE.matcher(text).replaceAll(NUMBER);
      case List<?> list -> list.stream().map(TaskSlot::numbered).toList();
      case Map<?, ?> map -> {
        Map<Object, @Nullable Object> copy = new LinkedHashMap<>();
        map.forEach((key, value) -> copy.put(key, numbered(value)));
        yield copy;
      }
      case null, default -> tree;
    };
  }
}
