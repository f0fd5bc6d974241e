package dev.davit.io;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import org.jspecify.annotations.Nullable;

/**
 * The working directory and its two paths: the physical path, without symbolic links, and the
 * lexical path, which the shell shows as {@code $PWD}. They differ in a directory that was entered
 * through a symbolic link: {@code ..} is a different directory for each.
 *
 * <p>Docker opens a file by the given path, which is {@link #physical}, and uses {@link #lexical}
 * for absolute paths: mounts, copies and exports. A directory that was removed, or whose parents
 * may not be searched, can be opened from all the same, as its own path is not used for that.
 */
public final class WorkingDirectory {
  private final Path start;
  private final @Nullable Path absolute;
  private final String pwd;

  private WorkingDirectory(Path start, @Nullable Path absolute, String pwd) {
    this.start = start;
    this.absolute = absolute;
    this.pwd = pwd;
  }

  /**
   * Creates a working directory that need not be that of the process.
   *
   * @param physical the absolute path known to the kernel
   * @param pwd the environment variable PWD, empty if unset; may be stale or wrong
   */
  public WorkingDirectory(Path physical, String pwd) {
    this(physical, physical, pwd);
  }

  /** Returns the working directory of the process. */
  public static WorkingDirectory ofProcess(String pwd) {
    Path start = Path.of("");
    return new WorkingDirectory(start, start.toAbsolutePath(), pwd);
  }

  /**
   * Returns a working directory that was removed, which has no path.
   *
   * @param start a path from which relative paths are opened nevertheless; empty if the process is
   *     in the directory
   */
  public static WorkingDirectory removed(Path start, String pwd) {
    return new WorkingDirectory(start, null, pwd);
  }

  /** The directory from which relative paths are opened; may be the empty path. */
  public Path physical() {
    return start;
  }

  /** Resolves a path for opening: {@code ..} is the parent on disk. */
  public Path physical(String typed) {
    return start.resolve(typed);
  }

  /**
   * Makes a path absolute, resolving {@code ..} in the text (Go's filepath.Abs).
   *
   * @throws IOException in Go's words if the path is relative and the working directory was removed
   *     or may not be searched
   */
  public String lexical(String typed) throws IOException {
    return SlashPath.clean(typed.startsWith("/") ? typed : shown() + '/' + typed);
  }

  /** Returns {@code $PWD} if it is absolute and names this directory, else the physical path. */
  private String shown() throws IOException {
    if (pwd.startsWith("/") && isHere(Path.of(pwd))) {
      return pwd;
    }
    if (absolute == null) {
      throw new IOException("getwd: no such file or directory");
    }
    return absolute.toString();
  }

  private boolean isHere(Path named) throws IOException {
    Object here;
    try {
      here = identity(start);
    } catch (IOException e) {
      throw new FileError("stat", ".", e);
    }
    try {
      return here.equals(identity(named));
    } catch (IOException e) {
      return false;
    }
  }

  private static Object identity(Path path) throws IOException {
    return Files.readAttributes(path, BasicFileAttributes.class).fileKey();
  }
}
