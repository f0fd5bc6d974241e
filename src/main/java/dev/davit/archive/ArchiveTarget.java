package dev.davit.archive;

import dev.davit.archive.TarEntry.Kind;
import dev.davit.io.Cleanup;
import dev.davit.io.SecureDirectory;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Unpacks a tar stream that may be hostile. Nothing outside of its {@link EntryPath} is created,
 * changed or linked to, because
 *
 * <ul>
 *   <li>directories are only entered by {@link SecureDirectory}, never through a link;
 *   <li>links are created after all other entries, so no entry can go through one of them;
 *   <li>a file is always a new one, moved to its place when it is complete.
 * </ul>
 */
public final class ArchiveTarget {
  private final EntryPath where;
  private final boolean preserve;
  private final Consumer<String> entered;
  private final Consumer<String> skipped;
  private final ArchiveLinks links;
  private final Map<List<String>, TarEntry> folders = new LinkedHashMap<>();

  private ArchiveTarget(
      EntryPath where, boolean preserve, Consumer<String> entered, Consumer<String> skipped) {
    this.where = where;
    this.preserve = preserve;
    this.entered = entered;
    this.skipped = skipped;
    this.links = new ArchiveLinks(where);
  }

  /**
   * Describes where to unpack an archive, and how.
   *
   * @param base the prefix of all names in the archive; see {@link EntryPath}
   * @param directory the directory to unpack to, which exists
   * @param name the name that replaces the base there
   * @param isFolder whether the archive is that of a directory
   * @param preserve whether to keep setuid and setgid, and to create devices and FIFOs
   */
  public record Request(
      String base, String directory, String name, boolean isFolder, boolean preserve) {}

  /**
   * Unpacks to the end of the archive.
   *
   * @param entered gets the {@link RawName} of each entry before it is unpacked
   * @param skipped gets a message for each entry that is left out
   */
  public static void unpack(
      InputStream in, Request request, Consumer<String> entered, Consumer<String> skipped)
      throws IOException {
    EntryPath where =
        new EntryPath(raw(request.base()), raw(request.directory()), raw(request.name()));
    Path folder = Path.of(request.directory()).toRealPath();
    ArchiveTarget target = new ArchiveTarget(where, request.preserve(), entered, skipped);
    TargetTree tree = new TargetTree(SecureDirectory.of(folder), where, target.links::contains);
    try (Cleanup _ = new Cleanup(tree::abandon);
        tree) {
      target.addAll(new TarInput(in), request.isFolder(), tree);
    }
  }

  private static String raw(String text) {
    return text.isEmpty() ? "" : RawName.of(Path.of(text));
  }

  private void addAll(TarInput tar, boolean isFolder, TargetTree tree) throws IOException {
    TarEntry first = tar.next();
    if (first != null && first.isFolder() != isFolder && where.startsWithBase(first.name())) {
      throw new IOException(
          "unexpected archive from the engine: contains a "
              + (isFolder ? "file" : "directory")
              + " instead of a "
              + (isFolder ? "directory" : "file"));
    }
    for (TarEntry entry = first; entry != null; entry = tar.next()) {
      entered.accept(entry.name());
      add(entry, tar, tree);
    }
    links.make(tree);
    finishFolders(tree);
  }

  private void add(TarEntry raw, TarInput content, TargetTree tree) throws IOException {
    List<String> parts = where.parts(raw.name());
    if (parts.isEmpty()) {
      if (!raw.isFolder()) {
        throw new IOException(
            "unexpected archive from the engine: a file replaces the copied directory");
      }
      return; // the directory to unpack to stays as it is
    }
    TarEntry entry = raw.withMode(raw.mode() & keptBits(raw.kind()));
    switch (entry.kind()) {
      case FOLDER -> {
        tree.folder(parts, entry);
        folders.put(parts, entry);
      }
      case FILE -> {
        links.forget(parts);
        tree.file(parts, entry, content);
      }
      case SYMLINK, HARD_LINK -> links.add(parts, entry);
      case FIFO, CHARACTER_DEVICE, BLOCK_DEVICE -> addNode(parts, entry, tree);
    }
  }

  private int keptBits(Kind kind) {
    return preserve ? 07777 : kind == Kind.FOLDER ? 03777 : 01777;
  }

  private void addNode(List<String> parts, TarEntry entry, TargetTree tree) throws IOException {
    if (preserve) {
      links.forget(parts);
      tree.special(parts, entry);
      return;
    }
    skipped.accept(
        "skipping "
            + EntryPath.quote(where.shown(parts))
            + ": devices and FIFOs are only created with --archive");
  }

  /** Sets the modes and times of directories, deepest first, as a mode may forbid entering. */
  private void finishFolders(TargetTree tree) throws IOException {
    List<Map.Entry<List<String>, TarEntry>> deepestFirst = new ArrayList<>(folders.entrySet());
    deepestFirst.sort(Comparator.comparingInt(entry -> -entry.getKey().size()));
    for (Map.Entry<List<String>, TarEntry> folder : deepestFirst) {
      tree.finishFolder(folder.getKey(), folder.getValue());
    }
  }
}
