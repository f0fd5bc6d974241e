package dev.davit.config;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Locale;

/** Whole files, whose failures are told in Go's words: {@code open PATH: permission denied}. */
public final class GoFile {
  private GoFile() {}

  /**
   * @throws NoSuchFileException if there is no such file
   * @throws IOException if it cannot be read; either message is Go's
   */
  static byte[] read(Path file) throws IOException {
    return read(file, file.toString());
  }

  /** The same, the file being shown as it was typed. */
  static byte[] read(Path file, String shown) throws IOException {
    try {
      return Files.readAllBytes(file);
    } catch (FileSystemException e) {
      throw failure("open", shown, e);
    } catch (IOException e) {
      throw failure("read", shown, e);
    }
  }

  /**
   * The same failure in Go's words.
   *
   * @param doing what failed: {@code open}, {@code read}, {@code mkdir}
   * @param file as it was typed
   */
  public static IOException failure(String doing, String file, IOException e) {
    String where = " " + file + ": ";
    return switch (e) {
      case NoSuchFileException none ->
          (IOException)
              new NoSuchFileException(doing + where + "no such file or directory").initCause(none);
      case AccessDeniedException denied ->
          new IOException(doing + where + "permission denied", denied);
      case FileAlreadyExistsException exists ->
          new IOException(doing + where + "file exists", exists);
      case FileSystemException other ->
          new IOException(doing + where + lowerCase(String.valueOf(other.getReason())), other);
      default -> new IOException(doing + where + lowerCase(String.valueOf(e.getMessage())), e);
    };
  }

  private static String lowerCase(String reason) {
    // The JDK adds to ELOOP: "... or unable to access attributes of symbolic link".
    int or = reason.indexOf(" or unable ");
    return (or < 0 ? reason : reason.substring(0, or)).toLowerCase(Locale.ROOT);
  }
}
