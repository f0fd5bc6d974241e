package dev.davit.archive;

import dev.davit.io.FileError;
import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;

/**
 * A walk through a directory: each directory before its content, in the order of the names' bytes,
 * without following links.
 */
public final class FileWalk {
  private final Filter filter;
  private final Visitor visitor;

  /** The decision about a file or directory. */
  public enum Choice {
    /** The file, or the directory and what is chosen below it. */
    TAKE,
    /** Only what is chosen below the directory; nothing of a file. */
    LOOK_BELOW,
    /** Neither the file nor what is below the directory, which is not opened. */
    SKIP
  }

  /** Chooses the files to visit, in the order of the walk. */
  public interface Filter {
    /** Chooses by the {@link RawName} in the archive. */
    Choice choose(String name);

    /** Learns that a path with {@link Choice#LOOK_BELOW} is not a directory. */
    default void leaveOut(String name) {}
  }

  /** Receives each file that is chosen. */
  public interface Visitor {
    void visit(LocalFile file) throws IOException;
  }

  private record Child(String name, Path path) {}

  public FileWalk(Filter filter, Visitor visitor) {
    this.filter = filter;
    this.visitor = visitor;
  }

  /** Visits {@code path} and all that is chosen below it; their names start with {@code name}. */
  public void all(Path path, String name) throws IOException {
    add(new Child(RawName.of(Path.of(name)), path));
  }

  /** Visits what is chosen below a directory, but not the directory. */
  public void below(Path directory) throws IOException {
    for (Child child : children("", directory)) {
      add(child);
    }
  }

  private void add(Child child) throws IOException {
    Choice choice = filter.choose(child.name());
    if (choice == Choice.SKIP) {
      return;
    }
    LocalFile file = LocalFile.read(child.name(), child.path());
    if (choice == Choice.TAKE) {
      visitor.visit(file);
    }
    if (choice == Choice.LOOK_BELOW && !file.isFolder()) {
      filter.leaveOut(child.name());
    }
    if (file.isFolder()) {
      for (Child next : children(child.name() + '/', child.path())) {
        add(next);
      }
    }
  }

  private static List<Child> children(String prefix, Path directory) throws IOException {
    List<Child> children = new ArrayList<>();
    try (DirectoryStream<Path> paths = Files.newDirectoryStream(directory)) {
      for (Path path : paths) {
        children.add(new Child(prefix + RawName.of(path.getFileName()), path));
      }
    } catch (FileSystemException e) {
      throw new FileError("open", directory.toString(), e);
    } catch (DirectoryIteratorException e) {
      throw new FileError("read", directory.toString(), Objects.requireNonNull(e.getCause()));
    }
    children.sort(Comparator.comparing(Child::name));
    return children;
  }
}
