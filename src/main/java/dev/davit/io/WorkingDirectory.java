package dev.davit.io;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The working directory and its two paths: the physical path, without symbolic links, and the
 * lexical path, which the shell shows as {@code $PWD}. They differ in a directory that was entered
 * through a symbolic link: {@code ..} is a different directory for each.
 *
 * <p>Docker opens a file by the given path, which is {@link #physical}, and uses {@link #lexical}
 * for absolute paths: mounts, copies and exports.
 */
public final class WorkingDirectory {
  private final Path physical;
  private final String pwd;

  /**
   * Creates a working directory from the attributes of the process.
   *
   * @param physical the absolute path known to the kernel
   * @param pwd the environment variable PWD, empty if unset; may be stale or wrong
   */
  public WorkingDirectory(Path physical, String pwd) {
    this.physical = physical;
    this.pwd = pwd;
  }

  /** The directory without symbolic links, from which relative paths are opened. */
  public Path physical() {
    return physical;
  }

  /** Resolves a path for opening: {@code ..} is the parent on disk. */
  public Path physical(String typed) {
    return physical.resolve(typed);
  }

  /**
   * Makes a path absolute, resolving {@code ..} in the text (Go's filepath.Abs).
   *
   * @throws IOException if the path is relative and the working directory was removed
   */
  public String lexical(String typed) throws IOException {
    return SlashPath.clean(typed.startsWith("/") ? typed : shown() + '/' + typed);
  }

  /** Returns {@code $PWD} if it is absolute and names this directory, else the physical path. */
  private String shown() throws IOException {
    if (Files.notExists(physical)) {
      throw new IOException("getwd: no such file or directory");
    }
    return pwd.startsWith("/") && isHere(Path.of(pwd)) ? pwd : physical.toString();
  }

  private boolean isHere(Path path) {
    try {
      return Files.isSameFile(path, physical);
    } catch (IOException e) {
      return false;
    }
  }
}
