package dev.davit.io;

import static java.nio.file.LinkOption.NOFOLLOW_LINKS;
import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;
import static java.nio.file.StandardOpenOption.CREATE_NEW;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/**
 * A file readable by its owner only that gets its name once its content is complete: an existing
 * file is replaced as a whole or not at all. Mirrors moby's pkg/atomicwriter.
 */
public final class NewFile {
  private static final int TYPE = 0170000;
  private static final int FOLDER = 0040000;
  private static final int SYMLINK = 0120000;
  private static final int FIFO = 0010000;
  private static final int SOCKET = 0140000;
  private static final int CHARACTER_DEVICE = 0020000;
  private static final int BLOCK_DEVICE = 0060000;

  private final Path file;
  private final Path unfinished;
  private final FileChannel channel;

  private NewFile(Path file, Path unfinished, FileChannel channel) {
    this.file = file;
    this.unfinished = unfinished;
    this.channel = channel;
  }

  /**
   * Creates the file under a temporary name. As docker does, checks the file that the given path
   * resolves to but writes the lexical path, which differs if {@code ..} follows a symbolic link.
   *
   * @param name the path from the command line
   * @throws IOException with docker's message if the file cannot be created
   */
  public static NewFile create(WorkingDirectory cwd, String name) throws IOException {
    requirePlace(cwd, name);
    Path file = Path.of(cwd.lexical(name));
    Path unfinished = file.resolveSibling(StagingDirectory.newName());
    try {
      FileChannel channel =
          FileChannel.open(
              unfinished,
              Set.of(CREATE_NEW, WRITE),
              PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
      return new NewFile(file, unfinished, channel);
    } catch (IOException e) {
      throw new FileError("open", file.toString(), e);
    }
  }

  /** Writes the content and renames the file; leaves no file behind on failure. */
  public void write(BodyWriter content) throws IOException {
    try (Cleanup _ = new Cleanup(this::abandon)) {
      try (channel) {
        content.writeTo(new FileOutput(channel, file.toString()));
        channel.force(true);
        rename();
      } finally {
        abandon();
      }
    }
  }

  /** Renames the file; fails if the target is a directory although the checked path was not. */
  private void rename() throws IOException {
    try {
      Files.move(unfinished, file, ATOMIC_MOVE);
    } catch (IOException e) {
      throw new FileError("rename", unfinished + " " + file, e);
    }
  }

  private void abandon() {
    try {
      Files.deleteIfExists(unfinished);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
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
      // no existing file to replace
    } catch (FileSystemException e) {
      throw new FileError("failed to stat output path: lstat", name, e);
    }
  }

  private static void requireDirectory(Path path, String shown) throws IOException {
    try {
      if (!Files.isDirectory(path.toRealPath())) {
        throw new IOException("not a directory");
      }
    } catch (IOException e) {
      throw new FileError("invalid output path: stat", shown, e);
    }
  }

  /** Describes a file type that cannot be replaced by a regular file. */
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
