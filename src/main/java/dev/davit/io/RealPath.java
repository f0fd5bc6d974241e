package dev.davit.io;

import static java.nio.file.LinkOption.NOFOLLOW_LINKS;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;

/** Resolves symbolic links, with errors in Go's words (Go's filepath.EvalSymlinks). */
public final class RealPath {
  private static final int MAX_LINKS = 255;

  /** The number of links that were followed. */
  private int links;

  private RealPath() {}

  /**
   * Returns an absolute path without links.
   *
   * @throws IOException if a part of it does not exist, or is below a file
   */
  public static Path of(String path) throws IOException {
    return new RealPath().resolve(path);
  }

  private Path resolve(String path) throws IOException {
    Path at = Path.of("/");
    Path whole = Path.of(path);
    for (int i = 0; i < whole.getNameCount(); i++) {
      Path name = whole.getName(i);
      if (name.toString().equals("..")) {
        at = at.getParent() == null ? at : at.getParent();
        continue;
      }
      if (name.toString().equals(".")) {
        continue;
      }
      Path next = at.resolve(name);
      BasicFileAttributes found = lstat(next);
      if (found.isSymbolicLink()) {
        if (++links > MAX_LINKS) {
          throw new IOException("EvalSymlinks: too many links");
        }
        next = resolve(at.resolve(Files.readSymbolicLink(next)).toString());
        found = lstat(next);
      }
      boolean more = i + 1 < whole.getNameCount() || SlashPath.endsWithSlash(path);
      if (more && !found.isDirectory()) {
        throw new IOException("not a directory");
      }
      at = next;
    }
    return at;
  }

  private static BasicFileAttributes lstat(Path path) throws IOException {
    try {
      return Files.readAttributes(path, BasicFileAttributes.class, NOFOLLOW_LINKS);
    } catch (IOException e) {
      throw new FileError("lstat", path.toString(), e);
    }
  }
}
