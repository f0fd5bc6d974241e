package dev.davit.io;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Finds programs in {@code PATH}. */
public final class ProgramPath {
  private ProgramPath() {}

  /**
   * Returns the file of a program; null if no directory has it.
   *
   * @param env the environment with the variable {@code PATH}
   */
  public static @Nullable Path find(String program, Map<String, String> env) {
    for (String directory : env.getOrDefault("PATH", "").split(File.pathSeparator, -1)) {
      Path file = Path.of(directory, program);
      // docker skips relative entries of PATH
      if (file.isAbsolute() && Files.isRegularFile(file) && Files.isExecutable(file)) {
        return file;
      }
    }
    return null;
  }
}
