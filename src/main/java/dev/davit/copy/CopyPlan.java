package dev.davit.copy;

import dev.davit.io.SlashPath;
import java.io.IOException;

/**
 * Where a copy goes, by the rules of {@code cp -r}: into a folder that exists, else in the place of
 * what the destination names. Mirrors PrepareArchiveCopy in moby's archive.
 *
 * @param directory the folder that is unpacked to
 * @param name what the source is called there; {@code .} if it is the folder itself
 */
record CopyPlan(String directory, String name) {

  /**
   * @param name what the source is called if it keeps its name
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
