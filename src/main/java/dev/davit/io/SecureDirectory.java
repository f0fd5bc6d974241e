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
 * A folder that is held open, so that what it holds is reached without going through a link, even
 * one that somebody puts in the way meanwhile.
 *
 * @param path where it is, for messages and for what Java can only do by path
 */
public record SecureDirectory(Path path, SecureDirectoryStream<Path> handle) implements Closeable {

  /** Opens a folder that the user has named, through whatever links lead to it. */
  @SuppressWarnings("StreamResourceLeak") // the record is what is closed
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

  /** Opens a folder in it, which must not be a link. */
  public SecureDirectory open(Path name) throws IOException {
    return opened(path.resolve(name), handle.newDirectoryStream(name, NOFOLLOW_LINKS));
  }

  /** What is there under a name, a link being itself; null if nothing is. */
  public @Nullable BasicFileAttributes find(Path name) throws IOException {
    try {
      return handle
          .getFileAttributeView(name, BasicFileAttributeView.class, NOFOLLOW_LINKS)
          .readAttributes();
    } catch (NoSuchFileException e) {
      return null;
    }
  }

  /** Sets the nine permissions of a folder in it. */
  public void setPermissions(Path name, int mode) throws IOException {
    attributes(name).setPermissions(permissions(mode));
  }

  public void setTime(Path name, long seconds) throws IOException {
    setTime(attributes(name), seconds);
  }

  private PosixFileAttributeView attributes(Path name) {
    return handle.getFileAttributeView(name, PosixFileAttributeView.class, NOFOLLOW_LINKS);
  }

  /** Sets the time of modification; one that no file system could hold becomes 1970. */
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

  /** Makes a file that only we can read as yet. */
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
