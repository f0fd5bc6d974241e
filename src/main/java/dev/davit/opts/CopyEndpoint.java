package dev.davit.opts;

/** One side of {@code cp}: a path here, a path in a container, or {@code -} for a tar stream. */
public sealed interface CopyEndpoint {
  /** The path as it was typed. */
  String path();

  /** A path on this machine. */
  record Local(String path) implements CopyEndpoint {
    /** Whether it stands for standard input or output. */
    public boolean isStream() {
      return path.equals("-");
    }
  }

  /** A path in a container; it starts from {@code /} whether or not that is typed. */
  record InContainer(String container, String path) implements CopyEndpoint {
    @Override
    public String toString() {
      return container + ':' + path;
    }
  }

  /**
   * {@code CONTAINER:PATH}, or a local path: one that is absolute, has no colon, or starts with a
   * dot before the first colon, as in {@code ./a:b}.
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
