package dev.davit.io;

import static java.nio.file.LinkOption.NOFOLLOW_LINKS;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;

/** The file that {@code export --output} writes: where docker lets it be, and by its rules. */
public final class OutputFile {
  private static final int TYPE = 0170000;
  private static final int FOLDER = 0040000;
  private static final int SYMLINK = 0120000;
  private static final int FIFO = 0010000;
  private static final int SOCKET = 0140000;
  private static final int CHARACTER_DEVICE = 0020000;
  private static final int BLOCK_DEVICE = 0060000;

  private OutputFile() {}

  /**
   * Creates the file, under a temporary name. Like docker, checks the file that the path leads to
   * and writes the lexical one; the two differ if {@code ..} follows a link.
   *
   * @param name the value of the flag
   * @throws IOException in docker's words if it cannot be created
   */
  public static AtomicFile create(WorkingDirectory cwd, String name) throws IOException {
    requirePlace(cwd, name);
    return AtomicFile.create(Path.of(cwd.lexical(name)));
  }

  private static void requirePlace(WorkingDirectory cwd, String name) throws IOException {
    String folder = SlashPath.clean(name.substring(0, name.lastIndexOf('/') + 1));
    if (!folder.equals(".") && !folder.equals("..")) {
      requireDirectory(cwd.physical(folder), folder);
    }
    try {
      int mode = (int) Files.getAttribute(cwd.physical(name), "unix:mode", NOFOLLOW_LINKS);
      String kind = unfit(mode & TYPE);
      if (!kind.isEmpty()) {
        throw new IOException("cannot write to a " + kind);
      }
    } catch (NoSuchFileException e) {
      // no file is replaced
    } catch (FileSystemException e) {
      throw new FileError("failed to stat output path: lstat", name, e);
    }
  }

  private static void requireDirectory(Path path, String shown) throws IOException {
    try {
      if (!Files.readAttributes(path, BasicFileAttributes.class).isDirectory()) {
        throw new IOException("not a directory");
      }
    } catch (IOException e) {
      throw new FileError("invalid output path: stat", shown, e);
    }
  }

  /** Names a type of file that a regular file cannot replace; empty for any other type. */
  private static String unfit(int type) {
    return switch (type) {
      case FOLDER -> "directory";
      case SYMLINK -> "symbolic link directly";
      case FIFO -> "named pipe (FIFO)";
      case SOCKET -> "socket";
      case CHARACTER_DEVICE -> "character device file";
      case BLOCK_DEVICE -> "block device file";
      default -> "";
    };
  }
}
