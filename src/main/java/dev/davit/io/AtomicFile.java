package dev.davit.io;

import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;
import static java.nio.file.StandardOpenOption.CREATE_NEW;
import static java.nio.file.StandardOpenOption.READ;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.Set;

/**
 * A file that gets its name only once it is complete: at any time there is the old content or the
 * new one. While it is written only its owner can read it. Mirrors moby's pkg/atomicwriter.
 */
public final class AtomicFile {
  private static final int MAX_LINKS = 40;

  private final Path file;
  private final Path unfinished;
  private final FileChannel channel;

  private AtomicFile(Path file, Path unfinished, FileChannel channel) {
    this.file = file;
    this.unfinished = unfinished;
    this.channel = channel;
  }

  /**
   * Creates the file under a temporary name in the same directory, mode {@code rw-------}.
   *
   * @throws FileError if it cannot be created
   */
  public static AtomicFile create(Path file) throws FileError {
    Path unfinished = file.resolveSibling(StagingDirectory.newName());
    try {
      FileChannel channel =
          FileChannel.open(
              unfinished,
              Set.of(CREATE_NEW, WRITE),
              PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
      return new AtomicFile(file, unfinished, channel);
    } catch (IOException e) {
      throw new FileError("open", file.toString(), e);
    }
  }

  /** Creates or replaces a file of exactly this mode, such as {@code rw-r--r--}. */
  public static void write(Path file, byte[] content, String mode) throws IOException {
    replace(file, content, PosixFilePermissions.fromString(mode), Map.of());
  }

  /**
   * Creates a file that only its owner can read, or replaces the content of one, which keeps its
   * mode and owner. A symbolic link stays; its target is written, whether it exists or not. Missing
   * directories are created for their owner only.
   */
  public static void rewrite(Path file, byte[] content) throws IOException {
    Path target = target(file);
    if (!Files.isRegularFile(target)) {
      Directories.make(Directories.above(target), "rwx------");
      write(target, content, "rw-------");
      return;
    }
    replace(
        target,
        content,
        Files.getPosixFilePermissions(target),
        Files.readAttributes(target, "unix:uid,gid"));
  }

  private static Path target(Path file) throws IOException {
    Path target = file;
    for (int i = 0; i < MAX_LINKS && Files.isSymbolicLink(target); i++) {
      target = target.resolveSibling(Files.readSymbolicLink(target));
    }
    return target;
  }

  private static void replace(
      Path file, byte[] content, Set<PosixFilePermission> mode, Map<String, Object> owner)
      throws IOException {
    AtomicFile written = create(file);
    written.write(
        out -> {
          for (Map.Entry<String, Object> id : owner.entrySet()) {
            written.own("unix:" + id.getKey(), id.getValue());
          }
          Files.setPosixFilePermissions(written.unfinished, mode);
          out.write(content);
        });
  }

  /** Writes the whole content and gives the file its name; a failure leaves nothing behind. */
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
    sync(Directories.above(file));
  }

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

  /** Only root may change the owner; without that right the file belongs to the writer. */
  private void own(String attribute, Object id) {
    try {
      Files.setAttribute(unfinished, attribute, id);
    } catch (IOException e) {
      // the writer stays the owner
    }
  }

  /** Flushes the new name to the disk, where the file system can do that for a directory. */
  private static void sync(Path directory) {
    try (FileChannel channel = FileChannel.open(directory, READ)) {
      channel.force(true);
    } catch (IOException e) {
      // the file is there, but may be lost if the machine crashes now
    }
  }
}
