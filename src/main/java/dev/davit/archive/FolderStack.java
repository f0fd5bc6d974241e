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
 * The folders from the top of what is unpacked down to the one that is written to, all held open.
 * An archive names the entries of a folder one after the other, so most of them are there already.
 */
final class FolderStack implements Closeable {
  private final List<Level> levels = new ArrayList<>();
  private boolean abandoned;

  /** A folder below the one before it; a new one uses the scratch of that, being empty. */
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

  /** How many names down from the top the folder that is written to is. */
  int depth() {
    return levels.size() - 1;
  }

  /**
   * Leaves the folders that don't lead to {@code parts}; returns how many of its names are left.
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

  /** Goes down into a folder that is there and is no link. */
  void enter(String name) throws IOException {
    push(new Level(name, folder().open(RawName.path(name)), false));
  }

  /** Goes down into a folder that has just been made. */
  void enterNew(String name) throws IOException {
    push(new Level(name, folder().open(RawName.path(name)), true));
  }

  @Nullable BasicFileAttributes find(String name) throws IOException {
    return folder().find(RawName.path(name));
  }

  /** Where a thing for the current folder is made: in it, or in the last one that is not new. */
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

  /** Moves what the scratch holds to its name in the current folder. */
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

  /** Removes what is unfinished, from another thread; nothing can be made afterwards. */
  synchronized void abandon() {
    abandoned = true;
    for (Level level : levels) {
      if (level.scratch != null) {
        try {
          level.scratch.close();
        } catch (IOException e) {
          // the process is ending; there is nobody to tell
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
