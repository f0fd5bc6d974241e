package dev.davit.io;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.Set;

/**
 * Replaces whole files in one step: after a failure the file has its old or its new content, and
 * other users cannot read the new content while it is being written.
 */
public final class AtomicFile {
  private static final int MAX_LINKS = 40;

  private AtomicFile() {}

  /** Creates or replaces a file with the given mode, for example {@code rw-r--r--}. */
  public static void write(Path file, byte[] content, String mode) throws IOException {
    replace(file, content, PosixFilePermissions.fromString(mode), Map.of());
  }

  /**
   * Creates a file that only its owner can read, or replaces the content of an existing file, which
   * keeps its mode and owner. A symbolic link stays; its target is written, even if missing.
   */
  public static void rewrite(Path file, byte[] content) throws IOException {
    Path target = target(file);
    if (!Files.isRegularFile(target)) {
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
    Path folder = Directories.above(file);
    Path written;
    try {
      written = Files.createTempFile(folder, "." + file.getFileName(), ".tmp");
    } catch (IOException e) {
      throw new FileError("open", file.toString(), e);
    }
    try {
      for (Map.Entry<String, Object> id : owner.entrySet()) {
        own(written, "unix:" + id.getKey(), id.getValue());
      }
      Files.setPosixFilePermissions(written, mode);
      try (FileChannel channel = FileChannel.open(written, StandardOpenOption.WRITE)) {
        ByteBuffer rest = ByteBuffer.wrap(content);
        while (rest.hasRemaining()) {
          channel.write(rest);
        }
        channel.force(true);
      }
      Files.move(written, file, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      throw new FileError("write", file.toString(), e);
    } finally {
      Files.deleteIfExists(written);
    }
    sync(folder);
  }

  /** Sets an attribute that only root may set; a failure leaves the file to the current user. */
  private static void own(Path file, String attribute, Object id) {
    try {
      Files.setAttribute(file, attribute, id);
    } catch (IOException e) {
      // the file keeps the current user as its owner
    }
  }

  /** Flushes the directory entry to disk, on file systems that support it. */
  private static void sync(Path folder) {
    try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
      channel.force(true);
    } catch (IOException e) {
      // the file exists, but its name may be lost in a crash
    }
  }
}
