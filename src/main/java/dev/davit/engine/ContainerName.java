package dev.davit.engine;

import dev.davit.engine.http.EngineException;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;

/** A container's id, a unique prefix of it, or its name, as the user wrote it. */
public final class ContainerName {
  private ContainerName() {}

  /** Without blanks around it; one that is nothing else is refused. */
  public static String trim(String id) throws IOException {
    String name = id.strip();
    if (name.isEmpty()) {
      throw new IOException("invalid container name or ID: value is empty");
    }
    return name;
  }

  /** A name as it can stand in a URL; one that the URL would swallow can't be a container's. */
  static String inUrl(String id) throws IOException {
    String name = trim(id);
    // inspect shows a name below a slash, and that of a link has one inside
    List<String> parts =
        Arrays.stream(name.split("/", -1)).filter(part -> !part.isEmpty()).toList();
    if (parts.isEmpty() || parts.contains(".") || parts.contains("..")) {
      throw new EngineException(404, "No such container: " + name);
    }
    return String.join("/", parts);
  }
}
