package dev.davit.io;

import static java.nio.file.LinkOption.NOFOLLOW_LINKS;

import java.io.Closeable;
import java.io.IOException;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributeView;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Set;

/**
 * A private subdirectory of the directory that an archive is unpacked to: each file is completed
 * there under a fixed name and then moved to its place. No incomplete file ever has its final name,
 * and files that Java can create by path only, such as directories and links, are created where
 * other users cannot place a link.
 */
public final class StagingDirectory implements Closeable {
  public static final FileAttribute<Set<PosixFilePermission>> OURS_ALONE =
      PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"));

  private static final SecureRandom RANDOM = new SecureRandom();
  private static final Path ITEM = Path.of("item");

  private final SecureDirectory parent;
  private final Path name;
  private final SecureDirectory folder;
  private boolean closed;

  private StagingDirectory(SecureDirectory parent, Path name, SecureDirectory folder) {
    this.parent = parent;
    this.name = name;
    this.folder = folder;
  }

  public static StagingDirectory in(SecureDirectory parent) throws IOException {
    Path name = create(parent.path()).getFileName();
    return new StagingDirectory(parent, name, parent.open(name));
  }

  /** Creates a directory of a random name, which only its owner may enter. */
  public static Path create(Path parent) throws IOException {
    while (true) {
      try {
        return Files.createDirectory(parent.resolve(newName()), OURS_ALONE);
      } catch (FileAlreadyExistsException e) {
        // another name is tried
      }
    }
  }

  /** Returns a name that no file has. */
  static Path newName() {
    return Path.of(".davit-" + Long.toHexString(RANDOM.nextLong()));
  }

  /** Creates a file at a path. */
  public interface Maker {
    void makeAt(Path path) throws IOException;
  }

  public synchronized SeekableByteChannel makeFile() throws IOException {
    requireOpen();
    return folder.create(ITEM);
  }

  public synchronized void make(Maker maker) throws IOException {
    requireOpen();
    maker.makeAt(item());
  }

  /** The path of the file under construction. */
  public Path item() {
    return folder.path().resolve(ITEM);
  }

  /** Sets all twelve mode bits, which a view of an open directory cannot do. */
  public void setMode(int mode) throws IOException {
    Files.setAttribute(item(), "unix:mode", mode);
  }

  public void setTime(long seconds) throws IOException {
    SecureDirectory.setTime(
        Files.getFileAttributeView(item(), BasicFileAttributeView.class, NOFOLLOW_LINKS), seconds);
  }

  /** Moves the completed file to its place, replacing an existing file but no directory. */
  public synchronized void moveTo(SecureDirectory place, Path as) throws IOException {
    requireOpen();
    folder.handle().move(ITEM, place.handle(), as);
  }

  private void requireOpen() throws IOException {
    if (closed) {
      throw new IOException("the copy was interrupted");
    }
  }

  /** Removes the staging directory and any incomplete file in it. */
  @Override
  public synchronized void close() throws IOException {
    if (closed) {
      return;
    }
    closed = true;
    BasicFileAttributes left = folder.find(ITEM);
    if (left != null && left.isDirectory()) {
      folder.handle().deleteDirectory(ITEM);
    } else if (left != null) {
      folder.handle().deleteFile(ITEM);
    }
    folder.close();
    parent.handle().deleteDirectory(name);
  }
}
