package dev.davit.command.builder;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.davit.io.FileError;
import dev.davit.io.WorkingDirectory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** The file of {@code --iidfile}, which a failed build leaves absent. */
final class IdFile {
  private final @Nullable Path path;
  private final String name;

  private IdFile(@Nullable Path path, String name) {
    this.path = path;
    this.name = name;
  }

  /**
   * Removes the file of an earlier build.
   *
   * @param name the path as typed; empty for no file
   */
  static IdFile clear(WorkingDirectory cwd, String name) throws IOException {
    if (name.isEmpty()) {
      return new IdFile(null, name);
    }
    Path path = cwd.physical(name);
    try {
      Files.deleteIfExists(path);
      return new IdFile(path, name);
    } catch (IOException e) {
      throw new FileError("Removing image ID file: remove", name, e);
    }
  }

  /** Writes the image's ID. */
  void write(String id) throws IOException {
    if (path == null) {
      return;
    }
    if (id.isEmpty()) {
      throw new IOException("Server did not provide an image ID. Cannot write " + name);
    }
    try {
      Files.writeString(path, id, UTF_8);
    } catch (IOException e) {
      throw new FileError(Files.exists(path) ? "write" : "open", name, e);
    }
  }
}
