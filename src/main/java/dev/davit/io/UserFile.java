package dev.davit.io;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Reads whole files that flags name; failures have Go's messages. */
public final class UserFile {
  /** Larger than any valid file; docker reads without a limit. */
  private static final int MAX_BYTES = 16 * 1024 * 1024;

  private UserFile() {}

  /**
   * Reads a file or a pipe.
   *
   * @param name the path from the command line, for messages
   * @throws IllegalArgumentException with the reason
   */
  public static byte[] read(Path path, String name) {
    byte[] bytes = start(path, name);
    requireWhole(bytes, name);
    return bytes;
  }

  /** Reads a stream in place of a file. */
  public static byte[] read(InputStream in, String name) {
    try {
      byte[] bytes = in.readNBytes(MAX_BYTES + 1);
      requireWhole(bytes, name);
      return bytes;
    } catch (IOException e) {
      throw failure("read", name, e);
    }
  }

  /** Reads the beginning of a file, up to one byte beyond the limit. */
  public static byte[] start(Path path, String name) {
    if (name.isEmpty()) {
      throw new IllegalArgumentException("open : no such file or directory");
    }
    try (InputStream in = Files.newInputStream(path)) {
      return in.readNBytes(MAX_BYTES + 1);
    } catch (FileSystemException e) {
      throw failure("open", name, e);
    } catch (IOException e) {
      throw failure("read", name, e);
    }
  }

  /** Whether {@link #start} read the file to its end. */
  public static boolean isWhole(byte[] bytes) {
    return bytes.length <= MAX_BYTES;
  }

  public static void requireWhole(byte[] bytes, String name) {
    if (!isWhole(bytes)) {
      throw new IllegalArgumentException("read " + name + ": larger than 16 MiB");
    }
  }

  private static IllegalArgumentException failure(String doing, String name, IOException e) {
    return new IllegalArgumentException(new FileError(doing, name, e).getMessage(), e);
  }
}
