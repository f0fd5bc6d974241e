package dev.davit.config;

import dev.davit.engine.FileFailure;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;

/** Files that are read whole; all failures are {@link FileFailure}s. */
final class GoFile {
  private GoFile() {}

  static byte[] read(Path file) throws FileFailure {
    return read(file, file.toString());
  }

  /** The same, the file being shown as it was typed. */
  static byte[] read(Path file, String shown) throws FileFailure {
    try {
      return Files.readAllBytes(file);
    } catch (FileSystemException e) {
      throw new FileFailure("open", shown, e);
    } catch (IOException e) {
      throw new FileFailure("read", shown, e);
    }
  }

  /** Reads a file that need not be there. */
  static Optional<byte[]> find(Path file) throws FileFailure {
    try {
      return Optional.of(read(file));
    } catch (FileFailure e) {
      if (e.getCause() instanceof NoSuchFileException) {
        return Optional.empty();
      }
      throw e;
    }
  }
}
