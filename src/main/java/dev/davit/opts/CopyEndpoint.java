package dev.davit.opts;

/**
 * The source or destination of {@code cp}: a local path, a path in a container, or {@code -} for a
 * tar stream.
 */
public sealed interface CopyEndpoint {
  /** The path from the command line, unchanged. */
  String path();

  /** A path on the client's host. */
  record Local(String path) implements CopyEndpoint {
    /** Whether the path means standard input or output. */
    public boolean isStream() {
      return path.equals("-");
    }
  }

  /** A path in a container, relative to {@code /} with or without a leading slash. */
  record InContainer(String container, String path) implements CopyEndpoint {
    @Override
    public String toString() {
      return container + ':' + path;
    }
  }

  /**
   * Parses {@code CONTAINER:PATH} or a local path. A path is local if it is absolute, has no colon,
   * or begins with a dot, as in {@code ./a:b}.
   */
  static CopyEndpoint parse(String text) {
    int colon = text.indexOf(':');
    if (text.startsWith("/") || text.startsWith(".") || colon < 0) {
      return new Local(text);
    }
    String container = text.substring(0, colon);
    String path = text.substring(colon + 1);
    return container.isEmpty() ? new Local(path) : new InContainer(container, path);
  }
}
