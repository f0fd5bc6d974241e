package dev.davit.copy;

import dev.davit.archive.RawName;
import dev.davit.archive.TarEntry;
import dev.davit.archive.TarInput;
import dev.davit.engine.ArchiveDownload;
import dev.davit.engine.Archives;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Lists the names in a directory of a container. The API has no endpoint for that, only archives of
 * all files below.
 */
public final class DirectoryNames {
  /** The largest total size of files to read past; a larger directory takes too long to list. */
  private static final long MAX_BYTES = 32L * 1024 * 1024;

  private DirectoryNames() {}

  /** Returns the names, directories with a slash appended; none if the directory is too large. */
  public static List<String> of(Archives archives, String id, String folder) throws IOException {
    return of(archives, id, folder, MAX_BYTES);
  }

  static List<String> of(Archives archives, String id, String folder, long maxBytes)
      throws IOException {
    List<String> names = new ArrayList<>();
    long bytes = 0;
    try (ArchiveDownload archive = archives.download(id, folder + '.', false)) {
      TarInput tar = new TarInput(archive.body());
      @Nullable TarEntry entry;
      while ((entry = tar.next()) != null) {
        bytes += entry.size();
        if (bytes > maxBytes) {
          return List.of();
        }
        String name = RawName.shown(entry.name());
        String below = name.substring(name.indexOf('/') + 1);
        String plain = below.endsWith("/") ? below.substring(0, below.length() - 1) : below;
        if (!plain.isEmpty() && plain.indexOf('/') < 0) {
          names.add(entry.isFolder() ? plain + '/' : plain);
        }
      }
    }
    return names;
  }
}
