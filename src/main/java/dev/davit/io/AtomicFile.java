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
 * Whole files that are written in one step: whatever happens, there is the old content or the new
 * one, and nobody else can read what is not for them while it is written.
 */
public final class AtomicFile {
  private static final int MAX_LINKS = 40;

  private AtomicFile() {}

  /** Makes a file of exactly this mode, {@code rw-r--r--}, or puts it in the place of another. */
  public static void write(Path file, byte[] content, String mode) throws IOException {
    replace(file, content, PosixFilePermissions.fromString(mode), Map.of());
  }

  /**
   * Makes a file that is only for its owner, or gives another content to one that keeps its mode
   * and owner; where a symbolic link leads to it, even to nothing, the link stays.
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

  /** Only root can give a file away; who can't still owns what is written. */
  private static void own(Path file, String attribute, Object id) {
    try {
      Files.setAttribute(file, attribute, id);
    } catch (IOException e) {
      // then it stays with the one who writes it
    }
  }

  /** So that the new name is on the disk, too; not all file systems can. */
  private static void sync(Path folder) {
    try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
      channel.force(true);
    } catch (IOException e) {
      // the file is there, though not yet for ever
    }
  }
}
