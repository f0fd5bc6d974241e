package dev.davit.terminal;

import java.nio.file.Path;

/** The working directory of the process, which Java itself cannot change. */
public final class ProcessDirectory {
  private ProcessDirectory() {}

  /**
   * Changes the working directory to one that was removed, in which Java cannot start. Relative
   * paths are opened from there, and it is inherited by child processes; {@link
   * Path#toAbsolutePath} stays with the directory in which Java was started.
   *
   * @param descriptor the open file descriptor of the directory
   */
  public static void enter(int descriptor) {
    // Java looks up its own directory once, which fails in a removed one
    Path _ = Path.of("").toAbsolutePath();
    // fails without the right to search the directory, from which nothing could be opened either
    int _ = CFunctions.fchdir(descriptor);
  }
}
