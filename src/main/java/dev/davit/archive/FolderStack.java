package dev.davit.archive;

import dev.davit.io.SecureDirectory;
import dev.davit.io.StagingDirectory;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The directories from the top of the unpacked tree down to the current one, all held open. An
 * archive lists the entries of a directory one after the other, so most of them are open already.
 */
final class FolderStack implements Closeable {
  private final List<Level> levels = new ArrayList<>();
  private boolean abandoned;

  /**
   * A directory below the previous one. A new one is staged, so it has no staging directory itself.
   */
  private static final class Level {
    private final String name;
    private final SecureDirectory folder;
    private final boolean isNew;
    private @Nullable StagingDirectory scratch;

    Level(String name, SecureDirectory folder, boolean isNew) {
      this.name = name;
      this.folder = folder;
      this.isNew = isNew;
    }
  }

  FolderStack(SecureDirectory top) {
    push(new Level("", top, false));
  }

  private synchronized void push(Level level) {
    levels.add(level);
  }

  private Level last() {
    return levels.getLast();
  }

  SecureDirectory folder() {
    return last().folder;
  }

  /** Returns the number of names from the top to the current directory. */
  int depth() {
    return levels.size() - 1;
  }

  /**
   * Leaves the directories that are not on the way to {@code parts}; returns the number of names
   * that remain open.
   */
  int leaveFor(List<String> parts) throws IOException {
    int common = 0;
    while (common < parts.size()
        && common < depth()
        && levels.get(common + 1).name.equals(parts.get(common))) {
      common++;
    }
    while (depth() > common) {
      pop();
    }
    return common;
  }

  /** Enters an existing directory; fails if it is a link. */
  void enter(String name) throws IOException {
    push(new Level(name, folder().open(RawName.path(name)), false));
  }

  /** Enters a directory that has just been created. */
  void enterNew(String name) throws IOException {
    push(new Level(name, folder().open(RawName.path(name)), true));
  }

  @Nullable BasicFileAttributes find(String name) throws IOException {
    return folder().find(RawName.path(name));
  }

  /**
   * Returns the staging directory for entries of the current directory: in it, or in the nearest
   * parent that is not new.
   */
  synchronized StagingDirectory scratch() throws IOException {
    if (abandoned) {
      throw new IOException("the copy was interrupted");
    }
    int i = levels.size() - 1;
    while (levels.get(i).isNew) {
      i--;
    }
    Level level = levels.get(i);
    if (level.scratch == null) {
      level.scratch = StagingDirectory.in(level.folder);
    }
    return level.scratch;
  }

  /** Moves the staged item to its name in the current directory. */
  void place(StagingDirectory scratch, String name) throws IOException {
    scratch.moveTo(folder(), RawName.path(name));
  }

  Path path(String name) {
    return folder().path().resolve(RawName.path(name));
  }

  private synchronized void pop() throws IOException {
    Level level = last();
    if (level.scratch != null) {
      level.scratch.close();
    }
    level.folder.close();
    levels.removeLast();
  }

  /** Removes unfinished items, called from another thread; nothing can be created afterwards. */
  synchronized void abandon() {
    abandoned = true;
    for (Level level : levels) {
      if (level.scratch != null) {
        try {
          level.scratch.close();
        } catch (IOException e) {
          // the process is ending; the error cannot be reported
        }
      }
    }
  }

  @Override
  public void close() throws IOException {
    while (!levels.isEmpty()) {
      pop();
    }
  }
}
