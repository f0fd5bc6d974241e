package dev.davit.archive;

import dev.davit.archive.TarEntry.Kind;
import dev.davit.io.SlashPath;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The links of an archive, created after all other entries, so that no entry can go through a link.
 */
final class ArchiveLinks {
  private final EntryPath where;
  private final Map<List<String>, TarEntry> links = new LinkedHashMap<>();

  ArchiveLinks(EntryPath where) {
    this.where = where;
  }

  boolean contains(List<String> parts) {
    return links.containsKey(parts);
  }

  /** Drops a link, as a later entry of the archive has its name. */
  void forget(List<String> parts) {
    links.remove(parts);
  }

  /**
   * Keeps a link until {@link #make}.
   *
   * @throws IOException if a symbolic link leads out of the directory that the archive is unpacked
   *     to
   */
  void add(List<String> parts, TarEntry entry) throws IOException {
    links.remove(parts);
    links.put(parts, entry.kind() == Kind.HARD_LINK ? resolved(parts, entry) : entry);
    TarEntry link = links.get(parts);
    if (link != null && link.kind() == Kind.SYMLINK) {
      requireInside(parts, link.linkName());
    }
  }

  /** Returns the entry for a hard link: the symbolic link itself if the target is one. */
  private TarEntry resolved(List<String> parts, TarEntry entry) throws IOException {
    TarEntry target = links.get(target(parts, entry));
    return target == null ? entry : target;
  }

  /**
   * Rejects a relative target outside of the directory, by its text alone, as docker does. Absolute
   * targets are accepted, since unpacking follows no link.
   */
  private void requireInside(List<String> parts, String target) throws IOException {
    String path = where.shown(parts);
    String leadsTo = SlashPath.join(SlashPath.folder(path), target);
    String top = where.directory().endsWith("/") ? where.directory() : where.directory() + '/';
    if (!target.startsWith("/") && !(leadsTo + '/').startsWith(top)) {
      throw new IOException(
          "invalid symlink " + EntryPath.quote(path) + " -> " + EntryPath.quote(target));
    }
  }

  private List<String> target(List<String> parts, TarEntry entry) throws IOException {
    List<String> target;
    try {
      target = where.parts(entry.linkName());
    } catch (IOException e) {
      throw invalid(parts, entry, e);
    }
    if (target.isEmpty()) {
      throw invalid(parts, entry, null);
    }
    return target;
  }

  private IOException invalid(List<String> parts, TarEntry entry, @Nullable IOException cause) {
    return new IOException(
        "invalid hardlink "
            + EntryPath.quote(where.shown(parts))
            + " -> "
            + EntryPath.quote(entry.linkName()),
        cause);
  }

  /** Creates the links, hard links first: their targets must still be the files of the archive. */
  void make(TargetTree tree) throws IOException {
    for (Map.Entry<List<String>, TarEntry> link : links.entrySet()) {
      if (link.getValue().kind() == Kind.HARD_LINK) {
        tree.hardLink(link.getKey(), target(link.getKey(), link.getValue()));
      }
    }
    for (Map.Entry<List<String>, TarEntry> link : links.entrySet()) {
      if (link.getValue().kind() == Kind.SYMLINK) {
        tree.symlink(link.getKey(), link.getValue());
      }
    }
  }
}
