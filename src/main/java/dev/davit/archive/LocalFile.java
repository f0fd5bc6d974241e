package dev.davit.archive;

import static java.nio.file.LinkOption.NOFOLLOW_LINKS;

import dev.davit.archive.TarEntry.Device;
import dev.davit.archive.TarEntry.Kind;
import dev.davit.io.FileError;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * A file of the local file system with its attributes; a symbolic link is not followed.
 *
 * @param name the {@link RawName} that the file has in an archive, without a final slash
 */
public record LocalFile(String name, Path path, Map<String, Object> attributes) {
  private static final String ATTRIBUTES =
      "unix:mode,uid,gid,size,lastModifiedTime,dev,ino,nlink,rdev";

  /** The identity of a file, equal for all its hard links. */
  public record Inode(@Nullable Object device, @Nullable Object number) {}

  /**
   * Reads the attributes of a file.
   *
   * @throws FileError if the file does not exist
   */
  public static LocalFile read(String name, Path path) throws IOException {
    try {
      return new LocalFile(name, path, Files.readAttributes(path, ATTRIBUTES, NOFOLLOW_LINKS));
    } catch (FileSystemException e) {
      throw new FileError("lstat", path.toString(), e);
    }
  }

  /** The kind of file; null for a socket, which an archive cannot contain. */
  public @Nullable Kind kind() {
    return switch ((int) number("mode") & 0170000) {
      case 0040000 -> Kind.FOLDER;
      case 0120000 -> Kind.SYMLINK;
      case 0020000 -> Kind.CHARACTER_DEVICE;
      case 0060000 -> Kind.BLOCK_DEVICE;
      case 0010000 -> Kind.FIFO;
      case 0140000 -> null;
      default -> Kind.FILE;
    };
  }

  /** Whether the file is a directory. */
  public boolean isFolder() {
    return kind() == Kind.FOLDER;
  }

  /** Whether the file is a regular file with a permission to execute it. */
  boolean isProgram() {
    return kind() == Kind.FILE && (number("mode") & 0111) != 0;
  }

  /** The size in bytes of the content; 0 for all but regular files. */
  public long size() {
    return kind() == Kind.FILE ? number("size") : 0;
  }

  /** The identity of a file with several names; null for one with a single name. */
  public @Nullable Inode sharedInode() {
    return number("nlink") > 1 && !isFolder()
        ? new Inode(attributes.get("dev"), attributes.get("ino"))
        : null;
  }

  /** Returns the entry for this file. */
  public TarEntry entry(Kind kind, String linkName) {
    FileTime mtime = (FileTime) attributes.get("lastModifiedTime");
    return new TarEntry(
        kind == Kind.FOLDER ? name + '/' : name,
        kind,
        (int) number("mode") & 07777,
        number("uid"),
        number("gid"),
        kind == Kind.FILE ? number("size") : 0,
        mtime == null ? 0 : mtime.to(TimeUnit.SECONDS),
        linkName,
        device(kind, number("rdev")));
  }

  /** Splits Linux's device number into major and minor. */
  private static Device device(Kind kind, long rdev) {
    return kind == Kind.CHARACTER_DEVICE || kind == Kind.BLOCK_DEVICE
        ? new Device(
            (int) (rdev >> 8 & 0xfff | rdev >> 32 & ~0xfffL),
            (int) (rdev & 0xff | rdev >> 12 & ~0xffL))
        : Device.NONE;
  }

  private long number(String attribute) {
    return attributes.get(attribute) instanceof Number number ? number.longValue() : 0;
  }
}
