package dev.davit.engine;

import java.io.IOException;

/** A container's id, a unique prefix of it, or its name, as the user wrote it. */
final class ContainerName {
  private ContainerName() {}

  /** A name as it can stand in a URL; one that the URL would swallow can't be a container's. */
  static String inUrl(String id) throws IOException {
    String name = id.strip();
    if (name.isEmpty()) {
      throw new IOException("invalid container name or ID: value is empty");
    }
    String inner = withoutOuterSlashes(name);
    if (inner.isEmpty() || inner.equals(".") || inner.equals("..")) {
      throw new EngineException(404, "No such container: " + name);
    }
    return inner;
  }

  /** The name below a {@code /}, as {@code inspect} shows it, is the name itself. */
  private static String withoutOuterSlashes(String name) {
    int from = 0;
    int to = name.length();
    while (from < to && name.charAt(from) == '/') {
      from++;
    }
    while (to > from && name.charAt(to - 1) == '/') {
      to--;
    }
    return name.substring(from, to);
  }
}
