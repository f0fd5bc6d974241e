package dev.davit.archive;

import dev.davit.io.FileError;
import dev.davit.io.SecureDirectory;
import dev.davit.io.SparseOutput;
import dev.davit.io.StagingDirectory;
import java.io.Closeable;
import java.io.IOException;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The files below the directory that an archive is unpacked to. Each file gets its content, mode
 * and time before it is moved to its name. {@code parts} are the names that lead to a file.
 *
 * <p>If a file cannot replace an existing one, the messages are those of moby's archive.
 */
final class TargetTree implements Closeable {
  private static final int BUFFER = 64 * 1024;

  private final FolderStack stack;
  private final EntryPath where;
  private final Predicate<List<String>> isLink;
  private final byte[] bytes = new byte[BUFFER];

  /**
   * @param isLink whether a path will be a link in the end, and so cannot be entered
   */
  TargetTree(SecureDirectory folder, EntryPath where, Predicate<List<String>> isLink) {
    this.stack = new FolderStack(folder);
    this.where = where;
    this.isLink = isLink;
  }

  /**
   * Enters the parent directory of {@code parts}, creating the missing ones; returns the last name.
   */
  private String enterParent(List<String> parts) throws IOException {
    List<String> parent = parts.subList(0, parts.size() - 1);
    for (int i = stack.leaveFor(parent); i < parent.size(); i++) {
      List<String> path = parent.subList(0, i + 1);
      if (!isFolder(path)) {
        makeFolder(path, null);
      }
      if (stack.depth() == i) {
        stack.enter(path.getLast());
      }
    }
    return parts.getLast();
  }

  /** Returns whether a directory exists; fails if another file, or a future link, has the name. */
  private boolean isFolder(List<String> parts) throws IOException {
    BasicFileAttributes there = stack.find(parts.getLast());
    if (isLink.test(parts) || there != null && !there.isDirectory()) {
      throw new IOException(
          "cannot overwrite non-directory " + shown(parts) + " with directory " + shownTop());
    }
    return there != null;
  }

  /** Creates a directory unless it exists; {@link #finishFolder} sets its mode and time. */
  void folder(List<String> parts, TarEntry entry) throws IOException {
    doing(
        "mkdir",
        parts,
        () -> {
          enterParent(parts);
          if (!isFolder(parts)) {
            makeFolder(parts, entry);
          }
        });
  }

  /**
   * Creates a directory: if an entry describes it, accessible to its owner only until it is
   * finished, otherwise with the default mode.
   */
  private void makeFolder(List<String> parts, @Nullable TarEntry entry) throws IOException {
    StagingDirectory scratch = stack.scratch();
    if (entry == null) {
      scratch.make(Files::createDirectory);
    } else {
      scratch.make(path -> Files.createDirectory(path, StagingDirectory.OURS_ALONE));
      if ((entry.mode() & 07000) != 0) {
        scratch.setMode(entry.mode() | 0700); // SecureDirectory cannot set these bits
      }
    }
    stack.place(scratch, parts.getLast());
    stack.enterNew(parts.getLast());
  }

  /** Sets a directory's mode and time, once all of its files exist. */
  void finishFolder(List<String> parts, TarEntry entry) throws IOException {
    doing(
        "chmod",
        parts,
        () -> {
          Path name = RawName.path(enterParent(parts));
          stack.folder().setTime(name, entry.mtime());
          if ((entry.mode() & 07000) == 0) {
            stack.folder().setPermissions(name, entry.mode());
          }
        });
  }

  void file(List<String> parts, TarEntry entry, TarInput content) throws IOException {
    place(
        "open",
        parts,
        scratch -> {
          try (SeekableByteChannel file = scratch.makeFile()) {
            SparseOutput out = new SparseOutput(file, path(parts));
            int n;
            do {
              out.skip(content.skipHole());
              n = content.read(bytes);
              out.write(bytes, n);
            } while (n > 0);
            out.finish();
          }
          scratch.setMode(entry.mode());
          scratch.setTime(entry.mtime());
        });
  }

  /** Creates a device or FIFO. */
  void special(List<String> parts, TarEntry entry) throws IOException {
    place(
        "mknod",
        parts,
        scratch -> {
          scratch.make(path -> SpecialFile.make(path, entry));
          scratch.setMode(entry.mode());
        });
  }

  void symlink(List<String> parts, TarEntry entry) throws IOException {
    Path target = RawName.path(entry.linkName());
    place(
        "symlink " + target,
        parts,
        scratch -> {
          scratch.make(path -> Files.createSymbolicLink(path, target));
          scratch.setTime(entry.mtime());
        });
  }

  /** Creates a hard link to a file of this tree; neither name is reached through a link. */
  void hardLink(List<String> parts, List<String> existing) throws IOException {
    String what = "link " + path(existing);
    doing(
        what,
        parts,
        () -> {
          BasicFileAttributes file = find(existing);
          if (file == null || !file.isRegularFile()) {
            throw new IOException("invalid hardlink " + shown(parts) + " -> " + shown(existing));
          }
          Path path = stack.path(existing.getLast());
          place(what, parts, scratch -> makeLink(scratch, path, file, existing));
        });
  }

  private void makeLink(
      StagingDirectory scratch, Path path, BasicFileAttributes file, List<String> existing)
      throws IOException {
    scratch.make(link -> Files.createLink(link, path));
    BasicFileAttributes made = Files.readAttributes(scratch.item(), BasicFileAttributes.class);
    if (!Objects.equals(made.fileKey(), file.fileKey())) {
      throw new IOException(
          shown(existing) + ": file was replaced while a hard link to the file was being created");
    }
  }

  /** Completes a file in a staging directory. */
  private interface Maker {
    void makeIn(StagingDirectory scratch) throws IOException;
  }

  /** Creates a file that is not a directory, and moves it to its place. */
  private void place(String what, List<String> parts, Maker maker) throws IOException {
    doing(
        what,
        parts,
        () -> {
          String name = enterParent(parts);
          requireNoFolder(parts);
          StagingDirectory scratch = stack.scratch();
          maker.makeIn(scratch);
          stack.place(scratch, name);
        });
  }

  private @Nullable BasicFileAttributes find(List<String> parts) throws IOException {
    return stack.find(enterParent(parts));
  }

  private void requireNoFolder(List<String> parts) throws IOException {
    BasicFileAttributes there = stack.find(parts.getLast());
    if (there != null && there.isDirectory()) {
      throw new IOException(
          "cannot overwrite directory " + shown(parts) + " with non-directory " + shownTop());
    }
  }

  /**
   * A step whose failures are reported with the path of the entry, not of the staging directory.
   */
  private interface Step {
    void run() throws IOException;
  }

  private void doing(String what, List<String> parts, Step step) throws IOException {
    try {
      step.run();
    } catch (FileSystemException e) {
      throw new FileError(what, path(parts), e);
    }
  }

  private String path(List<String> parts) {
    return RawName.shown(where.shown(parts));
  }

  private String shown(List<String> parts) {
    return EntryPath.quote(where.shown(parts));
  }

  private String shownTop() {
    return EntryPath.quote(where.directory());
  }

  /** Removes unfinished files, called from another thread; nothing can be created afterwards. */
  void abandon() {
    stack.abandon();
  }

  @Override
  public void close() throws IOException {
    stack.close();
  }
}
