package dev.davit.io;

import static java.nio.file.LinkOption.NOFOLLOW_LINKS;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** Directories that are made, listed and removed whole. */
public final class Directories {
  private Directories() {}

  /** The folder that a file is in. */
  public static Path above(Path file) {
    return Objects.requireNonNull(file.toAbsolutePath().getParent());
  }

  /** Makes a folder and those above it, with this mode but for the umask. */
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
      if (!Files.isDirectory(folder)) { // else another one made it
        throw new FileError("mkdir", folder.toString(), e);
      }
    }
  }

  /** What is in a folder, by name; nothing if there is no such folder. */
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

  /** Removes a folder with all that is in it; no link is followed. */
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
}
