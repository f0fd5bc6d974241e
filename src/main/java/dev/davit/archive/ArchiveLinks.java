package dev.davit.archive;

import dev.davit.archive.TarEntry.Kind;
import dev.davit.io.SlashPath;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The links of an archive, kept until all else is there, so that nothing can go through them. */
final class ArchiveLinks {
  private final EntryPath where;
  private final Map<List<String>, TarEntry> links = new LinkedHashMap<>();

  ArchiveLinks(EntryPath where) {
    this.where = where;
  }

  boolean contains(List<String> parts) {
    return links.containsKey(parts);
  }

  /** Another entry of the same name follows. */
  void forget(List<String> parts) {
    links.remove(parts);
  }

  /** Keeps a link; refuses one that leads out of where the archive is unpacked. */
  void add(List<String> parts, TarEntry entry) throws IOException {
    links.remove(parts);
    links.put(parts, entry.kind() == Kind.HARD_LINK ? resolved(parts, entry) : entry);
    TarEntry link = links.get(parts);
    if (link != null && link.kind() == Kind.SYMLINK) {
      requireInside(parts, link.linkName());
    }
  }

  /** Another name of a symbolic link is one that leads to the same place. */
  private TarEntry resolved(List<String> parts, TarEntry entry) throws IOException {
    TarEntry target = links.get(target(parts, entry));
    return target == null ? entry : target;
  }

  /**
   * Relative links are judged by their text, as docker does; absolute ones are no danger, since
   * nothing here follows them.
   */
  private void requireInside(List<String> parts, String target) throws IOException {
    String path = where.shown(parts);
    String leadsTo = SlashPath.join(SlashPath.folder(path), target);
    String top = where.folder().endsWith("/") ? where.folder() : where.folder() + '/';
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

  /** Makes them: hard links first, which need the files as the archive left them. */
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
