package dev.davit.io;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.util.Locale;

/**
 * A failed file operation with Go's message: {@code open PATH: permission denied}. Messages of
 * Java's own exceptions are often the path alone.
 */
public final class FileError extends IOException {
  private static final long serialVersionUID = 1L;

  /**
   * @param doing the failed operation, {@code open} or {@code mkdir}, after an optional prefix of
   *     the message
   * @param file the path to show
   */
  public FileError(String doing, String file, IOException cause) {
    super(doing + ' ' + file + ": " + reason(cause), cause);
  }

  /** Creates an error whose reason the system does not give. */
  FileError(String doing, String file, String reason) {
    super(doing + ' ' + file + ": " + reason);
  }

  /** Returns the system's reason without the file name. */
  public static String reason(IOException e) {
    // not a switch over types, which generates code at its first use
    if (e instanceof NoSuchFileException) {
      return "no such file or directory";
    }
    if (e instanceof AccessDeniedException) {
      return "permission denied";
    }
    if (e instanceof FileAlreadyExistsException) {
      return "file exists";
    }
    if (e instanceof NotDirectoryException) {
      return "not a directory";
    }
    if (e instanceof DirectoryNotEmptyException) {
      return "directory not empty";
    }
    String reason = e instanceof FileSystemException other ? other.getReason() : e.getMessage();
    return inGo(String.valueOf(reason));
  }

  private static String inGo(String reason) {
    // The JDK appends to ELOOP: "... or unable to access attributes of symbolic link".
    int or = reason.indexOf(" or unable ");
    return (or < 0 ? reason : reason.substring(0, or)).toLowerCase(Locale.ROOT);
  }
}
