package dev.davit.copy;

import static java.nio.file.LinkOption.NOFOLLOW_LINKS;

import dev.davit.io.FileError;
import dev.davit.io.RealPath;
import dev.davit.io.SlashPath;
import dev.davit.io.WorkingDirectory;
import dev.davit.text.GoQuote;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import org.jspecify.annotations.Nullable;

/**
 * Paths on the client's host as {@code cp} resolves them, with errors in Go's words. Mirrors
 * CopyInfoSourcePath and CopyInfoDestinationPath in moby's archive.
 */
final class LocalPath {
  private static final int MAX_DESTINATION_LINKS = 10;

  private LocalPath() {}

  /** A resolved path; {@code rebase} is the name in the given path, null if it is the same. */
  record Found(String path, boolean exists, boolean isFolder, @Nullable String rebase) {}

  /** Returns the absolute path; keeps a trailing {@code /} or {@code /.}. */
  static String resolve(WorkingDirectory cwd, String typed) throws IOException {
    return SlashPath.endingAs(typed, cwd.lexical(typed));
  }

  /** Resolves the source. Follows links on the way, and a link at its end if {@code followLink}. */
  static Found source(String path, boolean followLink) throws IOException {
    String resolved;
    String rebase;
    if (followLink) {
      resolved = SlashPath.endingAs(path, RealPath.of(path).toString());
      rebase = SlashPath.base(resolved);
    } else {
      int slash = path.lastIndexOf('/');
      Path folder = RealPath.of(path.substring(0, slash + 1));
      resolved = (folder.equals(folder.getRoot()) ? "" : folder) + path.substring(slash);
      rebase = SlashPath.endsWithSlash(path) ? SlashPath.base(resolved) : SlashPath.base(path);
    }
    BasicFileAttributes found = lstat(Path.of(resolved));
    String name = SlashPath.base(path);
    return new Found(resolved, true, found.isDirectory(), name.equals(rebase) ? null : name);
  }

  /** Resolves the destination, following all links; its parent directory must exist. */
  static Found destination(String path) throws IOException {
    String at = path;
    for (int links = 0; ; links++) {
      BasicFileAttributes found = stat("lstat", at, NOFOLLOW_LINKS);
      if (found == null) {
        requireFolder(SlashPath.folder(at));
        return new Found(at, false, false, null);
      }
      if (!found.isSymbolicLink()) {
        return new Found(at, true, found.isDirectory(), null);
      }
      if (links > MAX_DESTINATION_LINKS) {
        throw new IOException("too many symlinks in " + path);
      }
      String target = Files.readSymbolicLink(Path.of(at)).toString();
      at = target.startsWith("/") ? target : SlashPath.join(SlashPath.folder(at), target);
    }
  }

  /**
   * Returns the attributes, or null if the path does not exist. A path that ends in a slash is
   * followed through a link, and must be a directory.
   *
   * @param called the system call in an error's text
   */
  private static @Nullable BasicFileAttributes stat(String called, String path, LinkOption... links)
      throws IOException {
    boolean contents = SlashPath.endsWithSlash(path) || SlashPath.meansContents(path);
    Path file = Path.of(path);
    try {
      BasicFileAttributes found =
          Files.readAttributes(
              file, BasicFileAttributes.class, contents ? new LinkOption[0] : links);
      if (!contents || found.isDirectory()) {
        return found;
      }
    } catch (NoSuchFileException e) {
      if (!isBelowFile(file)) {
        return null;
      }
    } catch (IOException e) {
      throw new FileError(called, path, e);
    }
    throw new IOException(called + ' ' + path + ": not a directory");
  }

  /** Returns whether a parent is a file: Java reports the path as missing, Go as below a file. */
  private static boolean isBelowFile(Path path) {
    for (Path above = path.getParent(); above != null; above = above.getParent()) {
      if (Files.exists(above)) {
        return !Files.isDirectory(above);
      }
    }
    return false;
  }

  private static void requireFolder(String path) throws IOException {
    try {
      if (!Files.readAttributes(Path.of(path), BasicFileAttributes.class).isDirectory()) {
        throw new IOException("not a directory");
      }
    } catch (FileSystemException e) {
      throw new FileError("stat", SlashPath.clean(path), e);
    }
  }

  /** Rejects a destination that cannot be written to, before the first request to the engine. */
  static void requireWritable(String path) throws IOException {
    BasicFileAttributes found = stat("stat", path);
    if (found == null) {
      String folder = SlashPath.clean(SlashPath.clean(path) + "/..");
      if (!Files.exists(Path.of(folder))) {
        throw new IOException(
            "invalid output path: directory " + GoQuote.quote(folder) + " does not exist");
      }
      return;
    }
    int kind = (int) Files.getAttribute(Path.of(path), "unix:mode") & 0170000;
    if (found.isOther() && (kind == 0020000 || kind == 0060000)) {
      throw new IOException(
          "invalid output path: "
              + GoQuote.quote(path)
              + " must be a directory or a regular file: got a device");
    }
  }

  private static BasicFileAttributes lstat(Path path) throws IOException {
    BasicFileAttributes found = stat("lstat", path.toString(), NOFOLLOW_LINKS);
    if (found == null) {
      throw new IOException("lstat " + path + ": no such file or directory");
    }
    return found;
  }
}
