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
 * What could not be done with a file, in Go's words: {@code open PATH: permission denied}. Java's
 * own messages often are the path alone.
 */
public final class FileError extends IOException {
  private static final long serialVersionUID = 1L;

  /**
   * @param doing what failed, {@code open} or {@code mkdir}; before it, what that was for
   * @param file as it is to be shown
   */
  public FileError(String doing, String file, IOException cause) {
    super(doing + ' ' + file + ": " + reason(cause), cause);
  }

  /** {@code reason} in place of what the system says. */
  FileError(String doing, String file, String reason) {
    super(doing + ' ' + file + ": " + reason);
  }

  /** What the system says of it, without the file. */
  public static String reason(IOException e) {
    return switch (e) {
      case NoSuchFileException _ -> "no such file or directory";
      case AccessDeniedException _ -> "permission denied";
      case FileAlreadyExistsException _ -> "file exists";
      case NotDirectoryException _ -> "not a directory";
      case DirectoryNotEmptyException _ -> "directory not empty";
      case FileSystemException other -> inGo(String.valueOf(other.getReason()));
      default -> inGo(String.valueOf(e.getMessage()));
    };
  }

  private static String inGo(String reason) {
    // The JDK adds to ELOOP: "... or unable to access attributes of symbolic link".
    int or = reason.indexOf(" or unable ");
    return (or < 0 ? reason : reason.substring(0, or)).toLowerCase(Locale.ROOT);
  }
}
