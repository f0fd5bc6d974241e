package dev.davit.config;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** Folders that are made, listed and removed whole. */
final class Folders {
  private Folders() {}

  /** The folder that a file is in. */
  static Path above(Path file) {
    return Objects.requireNonNull(file.toAbsolutePath().getParent());
  }

  /** Makes a folder and those above it, with this mode but for the umask. */
  static void make(Path folder, String mode) throws IOException {
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
        throw GoFile.failure("mkdir", folder.toString(), e);
      }
    }
  }

  /** What is in a folder, by name; nothing if there is no such folder. */
  static List<Path> list(Path folder) throws IOException {
    try (Stream<Path> entries = Files.list(folder)) {
      return entries.sorted().toList();
    } catch (NoSuchFileException e) {
      return List.of();
    } catch (NotDirectoryException e) {
      throw new IOException("open " + folder + ": not a directory", e);
    } catch (IOException e) {
      throw GoFile.failure("open", folder.toString(), e);
    }
  }

  /** Removes a folder with all that is in it; no link is followed. */
  static void remove(Path folder) throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(path);
      }
    } catch (NoSuchFileException e) {
      // as it should be
    } catch (UncheckedIOException e) {
      throw GoFile.failure("unlinkat", folder.toString(), Objects.requireNonNull(e.getCause()));
    } catch (IOException e) {
      throw GoFile.failure("unlinkat", folder.toString(), e);
    }
  }
}
