package dev.davit.build;

import dev.davit.archive.FileEntries;
import dev.davit.archive.FileWalk;
import dev.davit.archive.LocalFile;
import dev.davit.archive.TarEntry.Kind;
import dev.davit.archive.TarOutput;
import dev.davit.io.FileError;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The files of a local directory that are the context of a build. */
public final class ContextDirectory {
  private final Path root;
  private final IgnoreRules rules;
  private final @Nullable AddedDockerfile added;

  private ContextDirectory(Path root, IgnoreRules rules, @Nullable AddedDockerfile added) {
    this.root = root;
    this.rules = rules;
    this.added = added;
  }

  /**
   * Reads the rules of a directory.
   *
   * @param root an absolute path without symbolic links
   * @param dockerfile the path of the Dockerfile in the directory; null if it is elsewhere
   * @param added the Dockerfile from elsewhere; null if it is in the directory
   * @throws IOException in docker's words if {@code .dockerignore} is invalid
   */
  static ContextDirectory open(
      Path root, @Nullable String dockerfile, @Nullable AddedDockerfile added) throws IOException {
    return new ContextDirectory(root, IgnoreRules.read(root).sending(dockerfile), added);
  }

  /** Receives what is sent and what is ignored. */
  public interface Observer {
    /**
     * Receives a file that is sent, or a directory before its content.
     *
     * @param line the line of {@code .dockerignore} that excepts it; null if no line matches
     */
    void sent(LocalFile file, @Nullable IgnoreLine line);

    /** Receives the {@link dev.davit.archive.RawName} of a path that is ignored. */
    void ignored(String name, IgnoreLine line);
  }

  /**
   * Checks that all files can be read, before anything is sent.
   *
   * @throws IOException in docker's words if one cannot be read
   */
  public void check(Observer observer) throws IOException {
    IgnoreFilter filter = new IgnoreFilter(rules, observer);
    FileWalk walk =
        new FileWalk(
            filter,
            file -> {
              requireReadable(file);
              observer.sent(file, filter.decisive());
            });
    try {
      walk.below(root);
    } catch (FileError e) {
      throw new IOException("error checking context: " + reason(e), e);
    }
  }

  private static void requireReadable(LocalFile file) throws IOException {
    Kind kind = file.kind();
    boolean opened = kind != null && kind != Kind.SYMLINK && kind != Kind.FIFO;
    if (opened && kind != Kind.FOLDER && !Files.isReadable(file.path())) {
      throw new IOException(
          "error checking context: no permission to read from '" + file.path() + "'");
    }
  }

  private static String reason(FileError e) {
    return switch (e.getCause()) {
      case AccessDeniedException denied -> "can't stat '" + denied.getFile() + "'";
      case NoSuchFileException missing ->
          "file ('" + missing.getFile() + "') not found or excluded by .dockerignore";
      case null, default -> Objects.requireNonNullElse(e.getMessage(), "");
    };
  }

  /** Writes the files as a tar archive, owned by root. */
  void writeTo(OutputStream out) throws IOException {
    TarOutput tar = new TarOutput(out);
    FileEntries entries = new FileEntries(tar, true);
    FileWalk walk =
        new FileWalk(
            new IgnoreFilter(rules, null),
            file -> {
              if (added != null && AddedDockerfile.isIgnoreFile(file.name())) {
                byte[] before = Files.readAllBytes(file.path());
                added.addIgnoring(file.entry(Kind.FILE, "").ownedByRoot(), before, tar);
              } else {
                entries.add(file);
              }
            });
    walk.below(root);
    if (added != null) {
      added.addTo(tar);
    }
    tar.finish();
  }
}
