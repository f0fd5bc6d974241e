package dev.davit.archive;

import static java.nio.file.LinkOption.NOFOLLOW_LINKS;

import dev.davit.archive.TarEntry.Device;
import dev.davit.archive.TarEntry.Kind;
import dev.davit.io.FileError;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Writes a local file or directory as a tar stream: symbolic links as links, further names of a
 * file as hard links, numeric owners, times in whole seconds. Mirrors TarWithOptions in moby's
 * archive.
 */
public final class ArchiveSource {
  private static final String ATTRIBUTES =
      "unix:mode,uid,gid,size,lastModifiedTime,dev,ino,nlink,rdev";
  private static final int BUFFER = 64 * 1024;

  private final Consumer<String> entered;
  private final Consumer<String> skipped;
  private final byte[] buffer = new byte[BUFFER];
  private final Map<Inode, String> linked = new HashMap<>();

  /** The identity of a file, equal for all its hard links. */
  private record Inode(@Nullable Object device, @Nullable Object number) {}

  /** A path and its name in the archive. */
  private record Child(String name, Path path) {}

  /**
   * @param entered gets the {@link RawName} of each entry before it is written
   * @param skipped gets a message for each file that an archive cannot contain
   */
  public ArchiveSource(Consumer<String> entered, Consumer<String> skipped) {
    this.entered = entered;
    this.skipped = skipped;
  }

  /** Writes {@code path} and all below it; the names in the archive start with {@code name}. */
  public void write(Path path, String name, OutputStream out) throws IOException {
    TarOutput tar = new TarOutput(out);
    add(tar, new Child(RawName.of(Path.of(name)), path));
    tar.finish();
  }

  private void add(TarOutput tar, Child child) throws IOException {
    entered.accept(child.name());
    Map<String, Object> found = attributes(child.path());
    Kind kind = kind(number(found, "mode"));
    if (kind == null) {
      skipped.accept("skipping " + child.path() + ": sockets cannot be copied");
      return;
    }
    if (kind == Kind.FOLDER) {
      tar.put(entry(child.name() + '/', kind, found, ""));
      for (Child next : children(child)) {
        add(tar, next);
      }
      return;
    }
    String earlier = earlierName(found, child.name());
    if (earlier != null) {
      tar.put(entry(child.name(), Kind.HARD_LINK, found, earlier));
    } else if (kind == Kind.FILE) {
      addFile(tar, entry(child.name(), kind, found, ""), child.path());
    } else {
      String target = kind == Kind.SYMLINK ? RawName.of(Files.readSymbolicLink(child.path())) : "";
      tar.put(entry(child.name(), kind, found, target));
    }
  }

  private static Map<String, Object> attributes(Path path) throws IOException {
    try {
      return Files.readAttributes(path, ATTRIBUTES, NOFOLLOW_LINKS);
    } catch (FileSystemException e) {
      throw new FileError("lstat", path.toString(), e);
    }
  }

  private static @Nullable Kind kind(long mode) {
    return switch ((int) mode & 0170000) {
      case 0040000 -> Kind.FOLDER;
      case 0120000 -> Kind.SYMLINK;
      case 0020000 -> Kind.CHARACTER_DEVICE;
      case 0060000 -> Kind.BLOCK_DEVICE;
      case 0010000 -> Kind.FIFO;
      case 0140000 -> null;
      default -> Kind.FILE;
    };
  }

  private @Nullable String earlierName(Map<String, Object> found, String name) {
    return number(found, "nlink") > 1
        ? linked.putIfAbsent(new Inode(found.get("dev"), found.get("ino")), name)
        : null;
  }

  private static TarEntry entry(
      String name, Kind kind, Map<String, Object> found, String linkName) {
    FileTime mtime = (FileTime) found.get("lastModifiedTime");
    return new TarEntry(
        name,
        kind,
        (int) number(found, "mode") & 07777,
        number(found, "uid"),
        number(found, "gid"),
        kind == Kind.FILE ? number(found, "size") : 0,
        mtime == null ? 0 : mtime.to(TimeUnit.SECONDS),
        linkName,
        device(kind, number(found, "rdev")));
  }

  /** Splits Linux's device number into major and minor. */
  private static Device device(Kind kind, long rdev) {
    return kind == Kind.CHARACTER_DEVICE || kind == Kind.BLOCK_DEVICE
        ? new Device(
            (int) (rdev >> 8 & 0xfff | rdev >> 32 & ~0xfffL),
            (int) (rdev & 0xff | rdev >> 12 & ~0xffL))
        : Device.NONE;
  }

  private static long number(Map<String, Object> found, String name) {
    return found.get(name) instanceof Number number ? number.longValue() : 0;
  }

  /** Returns a directory's entries in the order of their bytes, so archives are reproducible. */
  private static List<Child> children(Child folder) throws IOException {
    List<Child> children = new ArrayList<>();
    try (DirectoryStream<Path> paths = Files.newDirectoryStream(folder.path())) {
      for (Path path : paths) {
        children.add(new Child(folder.name() + '/' + RawName.of(path.getFileName()), path));
      }
    } catch (FileSystemException e) {
      throw new FileError("open", folder.path().toString(), e);
    } catch (DirectoryIteratorException e) {
      throw new FileError("read", folder.path().toString(), Objects.requireNonNull(e.getCause()));
    }
    children.sort(Comparator.comparing(Child::name));
    return children;
  }

  private static InputStream open(Path path) throws IOException {
    Set<OpenOption> options = Set.of(StandardOpenOption.READ, NOFOLLOW_LINKS);
    try {
      return Channels.newInputStream(Files.newByteChannel(path, options));
    } catch (FileSystemException e) {
      throw new FileError("open", path.toString(), e);
    }
  }

  private int read(InputStream in, long most, Path path) throws IOException {
    try {
      return in.read(buffer, 0, (int) Math.min(most, buffer.length));
    } catch (IOException e) {
      throw new FileError("read", path.toString(), e);
    }
  }

  /** Writes exactly as many bytes as the header promises, even if the file changes meanwhile. */
  private void addFile(TarOutput tar, TarEntry entry, Path path) throws IOException {
    try (InputStream in = open(path)) {
      tar.put(entry);
      for (long left = entry.size(); left > 0; ) {
        int n = read(in, left, path);
        if (n < 0) {
          throw new IOException(path + ": file shrank while being copied");
        }
        tar.write(buffer, n);
        left -= n;
      }
      tar.endContent(entry);
    }
  }
}
