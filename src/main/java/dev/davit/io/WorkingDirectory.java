package dev.davit.io;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The working directory and its two paths: the physical one, without symbolic links, and the
 * lexical one, which the shell shows as {@code $PWD}. They differ in a directory that was reached
 * by a link: {@code ..} is another directory for each.
 *
 * <p>Docker opens a file by the path typed, which is {@link #physical}, and makes a path absolute
 * by {@link #lexical}: what it mounts, copies and exports.
 */
public final class WorkingDirectory {
  private final Path physical;
  private final String pwd;

  /**
   * Creates a working directory from what the process was started with.
   *
   * @param physical the absolute path, as the kernel has it
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

  /** The file that opening a path as typed leads to: {@code ..} is the parent on the disk. */
  public Path physical(String typed) {
    return physical.resolve(typed);
  }

  /**
   * The absolute path of one typed, with {@code ..} resolved in the text (Go's filepath.Abs).
   *
   * @throws IOException if the path is relative and the working directory was removed
   */
  public String lexical(String typed) throws IOException {
    return SlashPath.clean(typed.startsWith("/") ? typed : shown() + '/' + typed);
  }

  /** {@code $PWD} where it is absolute and names this directory, else the physical path. */
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
