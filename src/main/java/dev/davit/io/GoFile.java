package dev.davit.io;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;

/** Reads whole files; all failures are {@link FileError}s. */
public final class GoFile {
  private GoFile() {}

  public static byte[] read(Path file) throws FileError {
    return read(file, file.toString());
  }

  /** Reads a file, with another path for messages. */
  public static byte[] read(Path file, String shown) throws FileError {
    try {
      return Files.readAllBytes(file);
    } catch (FileSystemException e) {
      throw new FileError("open", shown, e);
    } catch (IOException e) {
      throw new FileError("read", shown, e);
    }
  }

  /** Reads a file that may be missing. */
  public static Optional<byte[]> find(Path file) throws FileError {
    try {
      return Optional.of(read(file));
    } catch (FileError e) {
      if (e.getCause() instanceof NoSuchFileException) {
        return Optional.empty();
      }
      throw e;
    }
  }
}
