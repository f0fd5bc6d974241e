package dev.davit.archive;

import static java.nio.file.LinkOption.NOFOLLOW_LINKS;

import dev.davit.archive.LocalFile.Inode;
import dev.davit.archive.TarEntry.Kind;
import dev.davit.io.ChannelCopy;
import dev.davit.io.FileError;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ReadableByteChannel;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/**
 * Writes local files as entries of a tar stream: symbolic links as links, further names of a file
 * as hard links, numeric owners, times in whole seconds, capabilities. Mirrors TarWithOptions in
 * moby's archive.
 */
public final class FileEntries {
  private final TarOutput tar;
  private final boolean asRoot;
  private final ByteBuffer piece = ChannelCopy.piece();
  private final Map<Inode, String> linked = new HashMap<>();

  /**
   * @param asRoot whether user and group of all entries are root
   */
  public FileEntries(TarOutput tar, boolean asRoot) {
    this.tar = tar;
    this.asRoot = asRoot;
  }

  /** Writes a file; a directory without its content. A socket is left out. */
  public void add(LocalFile file) throws IOException {
    Kind kind = file.kind();
    if (kind == null) {
      return;
    }
    String capability = file.isProgram() ? FileCapability.read(file.path()) : "";
    Inode inode = file.sharedInode();
    String earlier = inode == null ? null : linked.putIfAbsent(inode, file.name());
    if (earlier != null) {
      tar.put(owned(file.entry(Kind.HARD_LINK, earlier)), capability);
    } else if (kind == Kind.FILE) {
      addContent(owned(file.entry(kind, "")), file.path(), capability);
    } else {
      Path path = file.path();
      String target = kind == Kind.SYMLINK ? RawName.of(Files.readSymbolicLink(path)) : "";
      tar.put(owned(file.entry(kind, target)));
    }
  }

  private TarEntry owned(TarEntry entry) {
    return asRoot ? entry.ownedByRoot() : entry;
  }

  /** Writes exactly as many bytes as the header promises, even if the file changes meanwhile. */
  private void addContent(TarEntry entry, Path path, String capability) throws IOException {
    try (ReadableByteChannel in = open(path)) {
      tar.put(entry, capability);
      for (long left = entry.size(); left > 0; ) {
        int n = read(in, left, path);
        if (n < 0) {
          throw new IOException(path + ": file shrank while being copied");
        }
        tar.write(piece.flip());
        left -= n;
      }
      tar.endContent(entry);
    }
  }

  private static ReadableByteChannel open(Path path) throws IOException {
    Set<OpenOption> options = Set.of(StandardOpenOption.READ, NOFOLLOW_LINKS);
    try {
      return Files.newByteChannel(path, options);
    } catch (FileSystemException e) {
      throw new FileError("open", path.toString(), e);
    }
  }

  private int read(ReadableByteChannel in, long most, Path path) throws IOException {
    try {
      return in.read(piece.clear().limit((int) Math.min(most, piece.capacity())));
    } catch (IOException e) {
      throw new FileError("read", path.toString(), e);
    }
  }
}
