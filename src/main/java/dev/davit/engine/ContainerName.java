package dev.davit.engine;

import dev.davit.engine.http.EngineException;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;

/**
 * Checks the name or ID by which the user identifies a container: a full ID, a unique prefix of it,
 * or a name.
 */
public final class ContainerName {
  private ContainerName() {}

  /**
   * Removes surrounding white space.
   *
   * @throws IOException if the name is empty then
   */
  public static String trim(String id) throws IOException {
    String name = id.strip();
    if (name.isEmpty()) {
      throw new IOException("invalid container name or ID: value is empty");
    }
    return name;
  }

  /**
   * Returns a name as path segments of a URL.
   *
   * @throws EngineException with status 404 for a name that would change the URL's path, such as
   *     {@code ..}, which no container has
   */
  static String inUrl(String id) throws IOException {
    String name = trim(id);
    // Inspected names begin with a slash, and the name of a link has another one inside.
    List<String> parts =
        Arrays.stream(name.split("/", -1)).filter(part -> !part.isEmpty()).toList();
    if (parts.isEmpty() || parts.contains(".") || parts.contains("..")) {
      throw new EngineException(404, "No such container: " + name);
    }
    return String.join("/", parts);
  }
}
