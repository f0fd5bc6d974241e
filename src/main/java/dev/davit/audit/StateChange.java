package dev.davit.audit;

import dev.davit.engine.http.ApiRequest;
import dev.davit.json.Json;
import dev.davit.opts.ImageRef;
import java.io.IOException;
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

  /** Actions on a container or an exec that only observe it. */
  private static final Set<String> OBSERVING = Set.of("attach", "resize", "wait");

  /** Areas whose second segment is an object, or the action of a POST without an object. */
  private static final Set<String> OBJECTS =
      Set.of("containers", "exec", "images", "networks", "services", "volumes");

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

  private static final String CREATE = "create";
  private static final String IMAGES = "images";
  private static final String POST = "POST";

  /**
   * The parts of a path: {@code images}, {@code a/b} and {@code tag} of {@code /images/a/b/tag}.
   *
   * @param object the name or ID; empty without one
   * @param action empty without one
   */
  private record Target(String area, String object, String action) {
    static Target of(ApiRequest request) {
      List<String> path = request.segments();
      String area = path.getFirst();
      boolean post = request.method().equals(POST);
      if (path.size() == 1) {
        return new Target(area, "", "");
      }
      if (!OBJECTS.contains(area) || path.size() == 2 && post) {
        return new Target(area, "", path.get(1));
      }
      if (area.equals(IMAGES)) { // names have slashes
        int end = post ? path.size() - 1 : path.size();
        return new Target(area, String.join("/", path.subList(1, end)), post ? path.getLast() : "");
      }
      return new Target(area, path.get(1), path.size() == 2 ? "" : path.get(2));
    }

    boolean is(String otherArea, String otherAction) {
      return area.equals(otherArea) && object.isEmpty() && action.equals(otherAction);
    }
  }

  private StateChange() {}

  static boolean is(ApiRequest request) {
    if (!METHODS.contains(request.method()) || request.isObserving()) {
      return false;
    }
    Target target = Target.of(request);
    boolean observed =
        Set.of("containers", "exec").contains(target.area())
            && !target.object().isEmpty()
            && OBSERVING.contains(target.action());
    return !WITHOUT_EFFECT.contains(target.area()) && !observed;
  }

  /** Whether the response has the IDs: of created and removed objects. */
  static boolean answersIds(ApiRequest request) {
    Target target = Target.of(request);
    boolean image = target.area().equals(IMAGES);
    return target.object().isEmpty() && target.action().equals("prune")
        || target.object().isEmpty() && target.action().equals(CREATE) && !image
        || target.is("commit", "")
        || target.area().equals("containers") && target.action().equals("exec")
        || request.method().equals("DELETE") && image;
  }

  /** Whether the response is a stream of messages with the names and IDs of images. */
  static boolean streamsIds(ApiRequest request) {
    Target target = Target.of(request);
    return target.is("build", "")
        || target.is(IMAGES, "load")
        || target.is(IMAGES, CREATE) && !request.values("fromSrc").isEmpty();
  }

  /** Returns the IDs and names in a request and in its response. */
  static List<String> ids(ApiRequest request, byte[] response) {
    Set<String> ids = new LinkedHashSet<>();
    Target target = Target.of(request);
    if (!target.object().isEmpty()) {
      ids.add(target.object());
    }
    if (target.object().isEmpty() && target.action().equals(CREATE)) {
      ids.addAll(request.values("name"));
    }
    if (target.area().equals("networks") && target.action().endsWith("connect")) {
      add(ids, json(jsonBody(request)), List.of("Container"));
    }
    if (target.is("commit", "")) {
      ids.addAll(request.values("container"));
    }
    if (target.is("build", "")) {
      ids.addAll(request.values("t"));
    }
    if (target.is("commit", "") || target.area().equals(IMAGES)) {
      addImage(ids, request, "fromImage"); // of a pull
      addImage(ids, request, "repo"); // of a commit, an import and a new tag
    }
    add(ids, json(response), KEYS);
    return List.copyOf(ids);
  }

  /** Adds the name of an image whose tag or digest is another parameter. */
  private static void addImage(Set<String> ids, ApiRequest request, String repository) {
    String tag = String.join("", request.values("tag"));
    String separator = tag.isEmpty() ? "" : tag.indexOf(':') < 0 ? ":" : "@";
    request.values(repository).forEach(name -> ids.add(familiar(name + separator + tag)));
  }

  private static String familiar(String image) {
    try {
      ImageRef reference = ImageRef.parse(image);
      return reference.isNameOnly() ? reference.familiarName() : reference.familiar();
    } catch (IllegalArgumentException e) {
      return image; // refused by the engine
    }
  }

  private static byte[] jsonBody(ApiRequest request) {
    try {
      return request.jsonBody();
    } catch (IOException e) {
      return new byte[0]; // the request is not sent either
    }
  }

  /**
   * Returns the value of JSON; null without one, and of a body that is longer than what was read.
   */
  private static @Nullable Object json(byte[] text) {
    try {
      return text.length == 0 ? null : Json.first(text);
    } catch (Json.SyntaxException e) {
      return null;
    }
  }

  private static void add(Set<String> ids, @Nullable Object value, List<String> keys) {
    if (value instanceof String text && !text.isEmpty()) {
      ids.add(text);
    } else if (value instanceof List<?> list) {
      list.forEach(each -> add(ids, each, keys));
    } else if (value instanceof Map<?, ?> map) {
      keys.forEach(key -> add(ids, map.get(key), keys));
    }
  }
}
