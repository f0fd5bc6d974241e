package dev.davit.copy;

import dev.davit.io.SlashPath;
import java.io.IOException;

/**
 * The destination of a copy by the rules of {@code cp -r}: a name in an existing directory, else
 * the destination itself. Mirrors PrepareArchiveCopy in moby's archive.
 *
 * @param directory the directory to unpack to
 * @param name the name of the copy there; {@code .} if the copy is the directory itself
 */
record CopyPlan(String directory, String name) {

  /**
   * @param name the name of the source, which the copy may keep
   */
  static CopyPlan of(String name, boolean isFolder, LocalPath.Found to) throws IOException {
    if (to.exists() && to.isFolder()) {
      return new CopyPlan(to.path(), name.isEmpty() ? "." : name);
    }
    if (to.exists() && isFolder) {
      throw new IOException("cannot copy directory");
    }
    boolean meansFolder = SlashPath.endsWithSlash(to.path()) || SlashPath.meansContents(to.path());
    if (!to.exists() && !isFolder && meansFolder) {
      throw new IOException("no such directory");
    }
    return new CopyPlan(SlashPath.clean(SlashPath.folder(to.path())), SlashPath.entry(to.path()));
  }
}
