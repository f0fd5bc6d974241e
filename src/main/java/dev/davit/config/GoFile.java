package dev.davit.config;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Locale;

/** Whole files, whose failures are told in Go's words: {@code open PATH: permission denied}. */
final class GoFile {
  private GoFile() {}

  /**
   * @throws NoSuchFileException if there is no such file
   * @throws IOException if it cannot be read; either message is Go's
   */
  static byte[] read(Path file) throws IOException {
    try {
      return Files.readAllBytes(file);
    } catch (NoSuchFileException e) {
      throw (IOException)
          new NoSuchFileException("open " + file + ": no such file or directory").initCause(e);
    } catch (AccessDeniedException e) {
      throw new IOException("open " + file + ": permission denied", e);
    } catch (FileSystemException e) {
      throw new IOException("open " + file + ": " + lowerCase(String.valueOf(e.getReason())), e);
    } catch (IOException e) {
      throw new IOException("read " + file + ": " + lowerCase(String.valueOf(e.getMessage())), e);
    }
  }

  private static String lowerCase(String reason) {
    // The JDK adds to ELOOP: "... or unable to access attributes of symbolic link".
    int or = reason.indexOf(" or unable ");
    return (or < 0 ? reason : reason.substring(0, or)).toLowerCase(Locale.ROOT);
  }
}
