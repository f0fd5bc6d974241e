package dev.davit.io;

import java.util.ArrayDeque;
import java.util.Deque;

/**
 * Paths as text, where a last {@code /} or {@code /.} has a meaning that {@link java.nio.file.Path}
 * would lose (Go's path/filepath, and copy.go in moby's archive).
 */
public final class SlashPath {
  private SlashPath() {}

  /** The shortest path that means the same, without looking at the disk; never empty. */
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

  /** The last element: {@code .} of the empty path, {@code /} of the root. */
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
   * Whether the last element is {@code .}, or there is none, so that the contents of the folder are
   * meant.
   */
  public static boolean meansContents(String path) {
    return base(path).equals(".");
  }

  /** {@code path} with the last {@code /} or {@code /.} that {@code typed} has. */
  public static String endingAs(String typed, String path) {
    String ended = path;
    if (meansContents(typed) && !meansContents(path)) {
      ended += endsWithSlash(path) ? "." : "/.";
    }
    return endsWithSlash(typed) && !endsWithSlash(ended) ? ended + '/' : ended;
  }

  /** The folder that holds what {@code path} means, with a slash at its end. */
  public static String folder(String path) {
    String split = splittable(path);
    return split.substring(0, split.lastIndexOf('/') + 1);
  }

  /** What {@code path} means in its {@link #folder}: a name, or {@code .} for its contents. */
  public static String entry(String path) {
    String split = splittable(path);
    return split.substring(split.lastIndexOf('/') + 1);
  }

  private static String splittable(String path) {
    return clean(path) + (meansContents(path) ? "/." : "");
  }
}
