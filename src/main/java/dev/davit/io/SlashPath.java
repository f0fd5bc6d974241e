package dev.davit.io;

import java.util.ArrayDeque;
import java.util.Deque;

/**
 * Paths as text, which keep a trailing {@code /} or {@code /.} that {@link java.nio.file.Path}
 * would drop (Go's path/filepath, and copy.go in moby's archive package).
 */
public final class SlashPath {
  private SlashPath() {}

  /** Returns the shortest equivalent path without accessing the disk; never empty. */
  public static String clean(String path) {
    boolean rooted = path.startsWith("/");
    Deque<String> parts = new ArrayDeque<>();
    for (String part : path.split("/", -1)) {
      if (part.isEmpty() || part.equals(".")) {
        continue;
      }
      if (!part.equals("..")) {
        parts.addLast(part);
      } else if (!parts.isEmpty() && !parts.peekLast().equals("..")) {
        parts.removeLast();
      } else if (!rooted) {
        parts.addLast(part);
      }
    }
    String joined = (rooted ? "/" : "") + String.join("/", parts);
    return joined.isEmpty() ? "." : joined;
  }

  public static String join(String folder, String path) {
    return clean(folder + '/' + path);
  }

  /** Returns the last element: {@code .} for the empty path, {@code /} for the root. */
  public static String base(String path) {
    int end = path.length();
    while (end > 1 && path.charAt(end - 1) == '/') {
      end--;
    }
    if (end == 0) {
      return ".";
    }
    return end == 1 && path.charAt(0) == '/'
        ? "/"
        : path.substring(path.lastIndexOf('/', end - 1) + 1, end);
  }

  public static boolean endsWithSlash(String path) {
    return path.endsWith("/");
  }

  /**
   * Whether the last element is {@code .} or missing, so that the path means the content of the
   * directory.
   */
  public static boolean meansContents(String path) {
    return base(path).equals(".");
  }

  /** Appends the trailing {@code /} or {@code /.} of {@code typed} to {@code path}. */
  public static String endingAs(String typed, String path) {
    String ended = path;
    if (meansContents(typed) && !meansContents(path)) {
      ended += endsWithSlash(path) ? "." : "/.";
    }
    return endsWithSlash(typed) && !endsWithSlash(ended) ? ended + '/' : ended;
  }

  /** Returns the parent directory of a path with a trailing slash. */
  public static String folder(String path) {
    String split = splittable(path);
    return split.substring(0, split.lastIndexOf('/') + 1);
  }

  /**
   * Returns the entry of {@link #folder} that {@code path} names: a name, or {@code .} for its
   * content.
   */
  public static String entry(String path) {
    String split = splittable(path);
    return split.substring(split.lastIndexOf('/') + 1);
  }

  private static String splittable(String path) {
    return clean(path) + (meansContents(path) ? "/." : "");
  }
}
