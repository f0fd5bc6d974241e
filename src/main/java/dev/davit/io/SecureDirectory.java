package dev.davit.io;

import static java.nio.file.LinkOption.NOFOLLOW_LINKS;
import static java.nio.file.StandardOpenOption.CREATE_NEW;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.Closeable;
import java.io.IOException;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.DirectoryStream;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SecureDirectoryStream;
import java.nio.file.attribute.BasicFileAttributeView;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * An open directory whose entries are accessed without following symbolic links, including links
 * that another process creates at the same time.
 *
 * @param path the directory's path, for messages and for operations that Java supports by path only
 */
public record SecureDirectory(Path path, SecureDirectoryStream<Path> handle) implements Closeable {

  /** Opens a directory that the user named, following symbolic links. */
  @SuppressWarnings("StreamResourceLeak") // the record closes the stream
  public static SecureDirectory of(Path path) throws IOException {
    try {
      return opened(path, Files.newDirectoryStream(path));
    } catch (FileSystemException e) {
      throw new FileError("open", path.toString(), e);
    }
  }

  private static SecureDirectory opened(Path path, DirectoryStream<Path> stream)
      throws IOException {
    if (stream instanceof SecureDirectoryStream<Path> handle) {
      return new SecureDirectory(path, handle);
    }
    stream.close();
    throw new IOException("cannot unpack files safely on this file system: " + path);
  }

  /** Opens a subdirectory; fails for a symbolic link. */
  public SecureDirectory open(Path name) throws IOException {
    return opened(path.resolve(name), handle.newDirectoryStream(name, NOFOLLOW_LINKS));
  }

  /** Returns the attributes of an entry, without following a link; null if it does not exist. */
  public @Nullable BasicFileAttributes find(Path name) throws IOException {
    try {
      return handle
          .getFileAttributeView(name, BasicFileAttributeView.class, NOFOLLOW_LINKS)
          .readAttributes();
    } catch (NoSuchFileException e) {
      return null;
    }
  }

  /** Sets the nine permission bits of a subdirectory. */
  public void setPermissions(Path name, int mode) throws IOException {
    attributes(name).setPermissions(permissions(mode));
  }

  public void setTime(Path name, long seconds) throws IOException {
    setTime(attributes(name), seconds);
  }

  private PosixFileAttributeView attributes(Path name) {
    return handle.getFileAttributeView(name, PosixFileAttributeView.class, NOFOLLOW_LINKS);
  }

  /** Sets the modification time; times that file systems cannot store become 1970. */
  public static void setTime(BasicFileAttributeView of, long seconds) throws IOException {
    boolean fits = seconds >= 0 && seconds <= Long.MAX_VALUE / 1_000_000_000;
    FileTime time = FileTime.from(fits ? seconds : 0, TimeUnit.SECONDS);
    of.setTimes(time, time, null);
  }

  private static Set<PosixFilePermission> permissions(int mode) {
    StringBuilder letters = new StringBuilder("rwxrwxrwx");
    for (int i = 0; i < letters.length(); i++) {
      if ((mode & 0400 >> i) == 0) {
        letters.setCharAt(i, '-');
      }
    }
    return PosixFilePermissions.fromString(letters.toString());
  }

  /** Creates a file that only its owner can read. */
  SeekableByteChannel create(Path name) throws IOException {
    return handle.newByteChannel(
        name,
        Set.of(CREATE_NEW, WRITE, NOFOLLOW_LINKS),
        PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
  }

  @Override
  public void close() throws IOException {
    handle.close();
  }
}
