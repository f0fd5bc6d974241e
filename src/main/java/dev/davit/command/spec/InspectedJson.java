package dev.davit.command.spec;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import dev.davit.json.JsonBinding;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The containers and images in the output of {@code inspect}: an array, or one JSON object after
 * the other.
 */
final class InspectedJson {
  private final List<Map<?, ?>> containers = new ArrayList<>();
  private final Map<String, Map<?, ?>> images = new LinkedHashMap<>();

  private InspectedJson() {}

  /**
   * Reads the output of inspect.
   *
   * @throws IllegalArgumentException with the reason if it is not such output
   */
  static InspectedJson read(byte[] json) {
    InspectedJson all = new InspectedJson();
    try (JsonParser parser = JsonBinding.parser(json)) {
      while (parser.nextToken() != null) {
        all.add(JsonBinding.tree(parser));
      }
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(
          "not JSON: " + e.getOriginalMessage() + " in line " + e.getLocation().getLineNr(), e);
    } catch (IOException e) {
      throw new IllegalArgumentException(String.valueOf(e.getMessage()), e);
    }
    if (all.containers.isEmpty()) {
      throw new IllegalArgumentException("no container in the input");
    }
    return all;
  }

  private void add(@Nullable Object value) {
    if (value instanceof List<?> list) {
      list.forEach(this::add);
    } else if (value instanceof Map<?, ?> object
        && object.get("Id") instanceof String id
        && object.get("Config") instanceof Map<?, ?>) {
      if (object.get("HostConfig") instanceof Map<?, ?>) {
        containers.add(object);
      } else {
        images.put(id, object);
      }
    } else {
      throw new IllegalArgumentException("not the output of inspect for containers");
    }
  }

  /** Returns the containers of names or IDs, all containers if no name is given. */
  List<Map<?, ?>> containers(List<String> names) {
    if (names.isEmpty()) {
      return containers;
    }
    List<Map<?, ?>> named = new ArrayList<>();
    for (String name : names) {
      named.add(
          containers.stream()
              .filter(each -> isNamed(each, name))
              .findFirst()
              .orElseThrow(
                  () -> new IllegalArgumentException("no such container in the input: " + name)));
    }
    return named;
  }

  private static boolean isNamed(Map<?, ?> container, String name) {
    return ("/" + name).equals(container.get("Name"))
        || !name.isEmpty() && String.valueOf(container.get("Id")).startsWith(name);
  }

  /** Returns the image of a container; null if the input lacks it. */
  @Nullable Map<?, ?> imageOf(Map<?, ?> container) {
    return images.get(String.valueOf(container.get("Image")));
  }
}
