package dev.davit.build;

import dev.davit.archive.LocalFile;
import dev.davit.archive.LocalFile.Inode;
import dev.davit.archive.RawName;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The sizes of the files and directories of a context, and what decides that they are sent. */
public final class ContextSizes implements ContextDirectory.Observer {
  private final boolean isWhole;
  private final Map<String, Item> items = new HashMap<>();
  private final Set<Inode> counted = new HashSet<>();
  private long total;

  /**
   * A path of the context.
   *
   * @param path the path as text; that of a directory ends in a slash
   * @param size bytes of the file, or of all files below the directory; null if the path is ignored
   * @param line the line of {@code .dockerignore} that decided; null if no line matches
   */
  public record Item(String path, @Nullable Long size, @Nullable IgnoreLine line) {
    private long bytes() {
      return size == null ? -1 : size;
    }
  }

  /**
   * @param isWhole whether all paths are kept, ignored ones too; otherwise the names at the top of
   *     the context
   */
  public ContextSizes(boolean isWhole) {
    this.isWhole = isWhole;
  }

  @Override
  public void sent(LocalFile file, @Nullable IgnoreLine line) {
    Inode shared = file.sharedInode();
    long size = shared == null || counted.add(shared) ? file.size() : 0;
    total += size;
    String name = file.name();
    for (int end = name.indexOf('/'); end >= 0; end = name.indexOf('/', end + 1)) {
      add(name.substring(0, end + 1), size, null);
      if (!isWhole) {
        return;
      }
    }
    add(file.isFolder() ? name + '/' : name, size, line);
  }

  private void add(String name, long size, @Nullable IgnoreLine line) {
    items.merge(
        name,
        new Item(RawName.shown(name), size, line),
        (before, now) ->
            new Item(
                before.path(),
                before.bytes() + now.bytes(),
                before.line() == null ? now.line() : before.line()));
  }

  @Override
  public void ignored(String name, IgnoreLine line) {
    if (isWhole) {
      items.put(name, new Item(RawName.shown(name), null, line));
    }
  }

  /** The size of all files in bytes. */
  public long total() {
    return total;
  }

  /** The paths, the largest first and ignored ones last. */
  public List<Item> items() {
    return items.values().stream()
        .sorted(Comparator.comparingLong(Item::bytes).reversed().thenComparing(Item::path))
        .toList();
  }
}
