package dev.davit.create;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.file.LinkOption.NOFOLLOW_LINKS;
import static java.nio.file.StandardOpenOption.CREATE_NEW;
import static java.nio.file.StandardOpenOption.WRITE;

import dev.davit.io.FileError;
import dev.davit.io.WorkingDirectory;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * The file of {@code --cidfile}: created before the container, so the ID can always be written, and
 * removed if the container cannot be created.
 */
public final class CidFile implements Closeable {
  private final @Nullable Path path;
  private final String name;
  private boolean written;

  private CidFile(@Nullable Path path, String name) {
    this.path = path;
    this.name = name;
  }

  /**
   * Creates the file, which must not exist; an empty name creates none.
   *
   * @throws IOException with docker's message if the file cannot be created
   */
  public static CidFile open(WorkingDirectory cwd, String name) throws IOException {
    if (name.isEmpty()) {
      return new CidFile(null, name);
    }
    Path path = cwd.physical(name);
    try {
      // rejects a dangling link, too, whose target docker would create
      Files.newByteChannel(path, CREATE_NEW, WRITE).close();
      return new CidFile(path, name);
    } catch (FileAlreadyExistsException e) {
      throw exists(name);
    } catch (IOException e) {
      throw new FileError("failed to create the container ID file: open", name, e);
    }
  }

  /** Rejects an existing file as {@link #open} does, without creating one. */
  public static void requireAbsent(WorkingDirectory cwd, String name) throws IOException {
    if (!name.isEmpty() && Files.exists(cwd.physical(name), NOFOLLOW_LINKS)) {
      throw exists(name);
    }
  }

  private static IOException exists(String name) {
    return new IOException(
        "container ID file found, make sure the other container isn't running or delete " + name);
  }

  public void write(String id) throws IOException {
    if (path != null) {
      try {
        Files.write(path, id.getBytes(US_ASCII));
      } catch (IOException e) {
        throw new FileError("failed to write the container ID to the file: write", name, e);
      }
    }
    written = true;
  }

  @Override
  public void close() throws IOException {
    if (path != null && !written) {
      Files.deleteIfExists(path);
    }
  }
}
