package dev.davit.archive;

import dev.davit.archive.FileWalk.Choice;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.function.Consumer;

/** Writes a local file or directory as a tar stream, as {@link FileEntries} does each file. */
public final class ArchiveSource {
  private final Consumer<String> entered;
  private final Consumer<String> skipped;

  /**
   * @param entered gets the {@link RawName} of each entry before it is written
   * @param skipped gets a message for each file that an archive cannot contain
   */
  public ArchiveSource(Consumer<String> entered, Consumer<String> skipped) {
    this.entered = entered;
    this.skipped = skipped;
  }

  /** Writes {@code path} and all below it; the names in the archive start with {@code name}. */
  public void write(Path path, String name, OutputStream out) throws IOException {
    TarOutput tar = new TarOutput(out);
    FileEntries entries = new FileEntries(tar, false);
    FileWalk walk =
        new FileWalk(
            file -> {
              entered.accept(file);
              return Choice.TAKE;
            },
            file -> {
              if (file.kind() == null) {
                skipped.accept("skipping " + file.path() + ": sockets cannot be copied");
              }
              entries.add(file);
            });
    walk.all(path, name);
    tar.finish();
  }
}
