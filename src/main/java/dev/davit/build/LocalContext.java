package dev.davit.build;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.nio.file.LinkOption.NOFOLLOW_LINKS;

import dev.davit.archive.RawName;
import dev.davit.io.FileError;
import dev.davit.io.RealPath;
import dev.davit.io.WorkingDirectory;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;

/**
 * A context in a local directory. Mirrors GetContextFromLocalDir and GetContextFromGitURL in
 * docker's cli/command/image/build.
 */
final class LocalContext {
  private static final String DOCKERFILE = "Dockerfile";

  private final Path root;

  /** The Dockerfile, without links; null if it is standard input. */
  private final @Nullable Path dockerfile;

  private LocalContext(Path root, @Nullable Path dockerfile) {
    this.root = root;
    this.dockerfile = dockerfile;
  }

  /**
   * Finds the directory and the Dockerfile.
   *
   * @param directory an absolute path
   * @param dockerfile the path of the Dockerfile, relative to the directory; empty for the default,
   *     {@code -} for standard input
   * @throws IOException in docker's words if one of them does not exist
   */
  static LocalContext find(String directory, String dockerfile) throws IOException {
    Path root;
    try {
      root = RealPath.of(directory);
    } catch (IOException e) {
      throw new IOException("unable to evaluate symlinks in context path: " + e.getMessage(), e);
    }
    if (!Files.isDirectory(root)) {
      throw new IOException("context must be a directory: " + root);
    }
    return new LocalContext(root, dockerfile.equals("-") ? null : locate(root, dockerfile));
  }

  private static Path locate(Path root, String given) throws IOException {
    Path file = root.resolve(given.isEmpty() ? DOCKERFILE : given);
    if (given.isEmpty() && !Files.exists(file, NOFOLLOW_LINKS)) {
      Path other = root.resolve("dockerfile");
      file = Files.exists(other, NOFOLLOW_LINKS) ? other : file;
    }
    try {
      return RealPath.of(file.toString());
    } catch (IOException e) {
      throw new IOException("unable to evaluate symlinks in Dockerfile path: " + e.getMessage(), e);
    }
  }

  /** Whether the Dockerfile is a file outside of the directory. */
  boolean isOutside() {
    return dockerfile != null && !dockerfile.startsWith(root);
  }

  /**
   * Reads a Dockerfile that is outside of the context.
   *
   * @param name the path as typed; empty if a link leads there, which docker refuses, too
   */
  static byte[] readOutside(WorkingDirectory cwd, String name) throws IOException {
    if (name.isEmpty()) {
      throw new IOException("unable to open Dockerfile: open : no such file or directory");
    }
    try (InputStream in = Files.newInputStream(cwd.physical(name))) {
      return in.readAllBytes();
    } catch (IOException e) {
      throw Files.isDirectory(cwd.physical(name))
          ? new IOException("read " + name + ": is a directory", e)
          : new FileError("unable to open Dockerfile: open", name, e);
    }
  }

  /**
   * Returns the context.
   *
   * @param outside the Dockerfile from elsewhere; null if it is in the directory
   * @param temporary what is removed at the end
   */
  BuildContext context(byte @Nullable [] outside, InstantSource clock, Closeable temporary)
      throws IOException {
    AddedDockerfile added = outside == null ? null : new AddedDockerfile(outside, clock);
    String name = dockerfile == null ? null : name(dockerfile);
    ContextDirectory directory = ContextDirectory.open(root, name, added);
    return new BuildContext(
        directory::writeTo,
        added == null ? RawName.shown(String.valueOf(name)) : added.name(),
        added == null ? source() : added.text(),
        directory,
        temporary);
  }

  private String name(Path file) {
    return file.equals(root) ? "." : RawName.of(root.relativize(file));
  }

  private @Nullable String source() {
    try {
      return dockerfile == null ? null : new String(Files.readAllBytes(dockerfile), UTF_8);
    } catch (IOException e) {
      return null; // the check of the context reports it
    }
  }
}
