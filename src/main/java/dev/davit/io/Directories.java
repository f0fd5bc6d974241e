package dev.davit.io;

import static java.nio.file.LinkOption.NOFOLLOW_LINKS;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/** Creates, lists and removes directories. */
public final class Directories {
  private Directories() {}

  /** Returns the parent directory of a file; the empty path if it is the working directory. */
  public static Path above(Path file) {
    return Objects.requireNonNullElse(file.getParent(), Path.of(""));
  }

  /** Creates a directory and its parents with a mode, reduced by the umask. */
  public static void make(Path folder, String mode) throws IOException {
    if (Files.isDirectory(folder)) {
      return;
    }
    if (Files.exists(folder)) {
      throw new IOException("mkdir " + folder + ": not a directory");
    }
    if (folder.getParent() != null) {
      make(folder.getParent(), mode);
    }
    try {
      Files.createDirectory(
          folder, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(mode)));
    } catch (IOException e) {
      if (!Files.isDirectory(folder)) { // otherwise another process created it
        throw new FileError("mkdir", folder.toString(), e);
      }
    }
  }

  /** Lists the content of a directory by name; empty if the directory does not exist. */
  public static List<Path> list(Path folder) throws IOException {
    return list(folder, "open");
  }

  private static List<Path> list(Path folder, String doing) throws IOException {
    try (Stream<Path> entries = Files.list(folder)) {
      return entries.sorted().toList();
    } catch (NoSuchFileException e) {
      return List.of();
    } catch (UncheckedIOException e) {
      throw new FileError("read", folder.toString(), Objects.requireNonNull(e.getCause()));
    } catch (IOException e) {
      throw new FileError(doing, folder.toString(), e);
    }
  }

  /** Removes a directory and its content; does not follow symbolic links. */
  public static void remove(Path folder) throws IOException {
    if (Files.isDirectory(folder, NOFOLLOW_LINKS)) {
      for (Path path : list(folder, "openfdat")) {
        remove(path);
      }
    }
    try {
      Files.deleteIfExists(folder);
    } catch (IOException e) {
      throw new FileError("unlinkat", folder.toString(), e);
    }
  }

  /** Returns the directory of temporary files: TMPDIR, by default {@code /tmp}. */
  public static Path temporary(Map<String, String> env) {
    String directory = env.getOrDefault("TMPDIR", "");
    return Path.of(directory.isEmpty() ? "/tmp" : directory);
  }
}
