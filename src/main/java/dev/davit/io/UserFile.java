package dev.davit.io;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A file that a flag names, read whole; failures are told in Go's words. */
public final class UserFile {
  /** More than any such file needs; docker reads on until memory ends. */
  private static final int MAX_BYTES = 16 * 1024 * 1024;

  private UserFile() {}

  /**
   * Reads a file, or a pipe that is given as one.
   *
   * @param name as it was typed, for messages
   * @throws IllegalArgumentException with the reason
   */
  public static byte[] read(Path path, String name) {
    byte[] bytes = start(path, name);
    requireWhole(bytes, name);
    return bytes;
  }

  /** Reads a stream that stands for a file. */
  public static byte[] read(InputStream in, String name) {
    try {
      byte[] bytes = in.readNBytes(MAX_BYTES + 1);
      requireWhole(bytes, name);
      return bytes;
    } catch (IOException e) {
      throw failure("read", name, e);
    }
  }

  /** Reads no more than shows whether the file is too large. */
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
