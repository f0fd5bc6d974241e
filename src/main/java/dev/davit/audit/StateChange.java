package dev.davit.audit;

import dev.davit.json.Json;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Recognizes requests that change the state of an engine, and finds the objects they change. */
final class StateChange {
  private static final Set<String> METHODS = Set.of("DELETE", "PATCH", "POST", "PUT");

  /** Areas of the API whose requests only prepare others. */
  private static final Set<String> WITHOUT_EFFECT = Set.of("auth", "grpc", "session");

  /** Actions on an object that only observe it. */
  private static final Set<String> OBSERVING = Set.of("attach", "resize", "wait");

  /** Areas whose second segment is an object, or a verb of {@link #VERBS}. */
  private static final Set<String> OBJECTS =
      Set.of("containers", "exec", "images", "networks", "volumes");

  private static final Set<String> VERBS = Set.of("create", "load", "prune");

  /** The keys of responses with an ID or name, or a list of these. */
  private static final List<String> KEYS =
      List.of(
          "Id",
          "ID",
          "Name",
          "CachesDeleted",
          "ContainersDeleted",
          "ImagesDeleted",
          "NetworksDeleted",
          "VolumesDeleted",
          "Deleted",
          "Untagged");

  private StateChange() {}

  static boolean is(String method, List<String> path) {
    return METHODS.contains(method)
        && !path.isEmpty()
        && !WITHOUT_EFFECT.contains(path.getFirst())
        && !(path.size() > 2 && OBSERVING.contains(path.getLast()));
  }

  /** Whether the response has the IDs: of created and removed objects. */
  static boolean answersIds(String method, List<String> path) {
    boolean image = path.getFirst().equals("images");
    return path.getLast().equals("prune")
        || path.getLast().equals("create") && !image
        || path.getFirst().equals("commit")
        || path.getLast().equals("exec")
        || method.equals("DELETE") && image;
  }

  /** Returns the IDs and names in a request and in its response. */
  static List<String> ids(List<String> path, @Nullable String name, byte[] body) {
    Set<String> ids = new LinkedHashSet<>();
    if (path.size() > 1 && OBJECTS.contains(path.getFirst()) && !VERBS.contains(path.get(1))) {
      int end =
          path.getFirst().equals("images") && path.size() > 2 && isAction(path.getLast()) ? 1 : 0;
      ids.add(
          path.getFirst().equals("images")
              ? String.join("/", path.subList(1, path.size() - end))
              : path.get(1));
    }
    if (name != null && path.getLast().equals("create")) {
      ids.add(name);
    }
    if (body.length > 0) {
      try {
        add(ids, Json.first(body));
      } catch (Json.SyntaxException e) {
        return List.copyOf(ids); // longer than what was read
      }
    }
    return List.copyOf(ids);
  }

  private static boolean isAction(String segment) {
    return Set.of("push", "tag").contains(segment);
  }

  private static void add(Set<String> ids, @Nullable Object value) {
    if (value instanceof String text && !text.isEmpty()) {
      ids.add(text);
    } else if (value instanceof List<?> list) {
      list.forEach(each -> add(ids, each));
    } else if (value instanceof Map<?, ?> map) {
      List<@Nullable Object> found = new ArrayList<>();
      KEYS.forEach(key -> found.add(map.get(key)));
      found.forEach(each -> add(ids, each));
    }
  }
}
