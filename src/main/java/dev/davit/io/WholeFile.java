package dev.davit.io;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Reads configuration, certificates and files that flags name into memory, 16 MiB at most: docker
 * reads on until memory ends.
 */
public final class WholeFile {
  private static final int MAX_BYTES = 16 * 1024 * 1024;

  private WholeFile() {}

  public static byte[] read(Path file) throws FileError {
    return read(file, file.toString());
  }

  /**
   * Reads a file, or a named pipe.
   *
   * @param shown the file as messages name it
   */
  public static byte[] read(Path file, String shown) throws FileError {
    byte[] bytes = start(file, shown);
    requireWhole(bytes, shown);
    return bytes;
  }

  /**
   * Reads a stream to its end; it stays open.
   *
   * @param shown the stream as messages name it
   */
  public static byte[] read(InputStream in, String shown) throws FileError {
    byte[] bytes = start(in, shown);
    requireWhole(bytes, shown);
    return bytes;
  }

  /** Reads a file that may be missing. */
  public static Optional<byte[]> find(Path file) throws FileError {
    try {
      return Optional.of(read(file));
    } catch (FileError e) {
      if (e.getCause() instanceof NoSuchFileException) {
        return Optional.empty();
      }
      throw e;
    }
  }

  /** Reads at most one byte more than {@link #isWhole} allows. */
  public static byte[] start(Path file, String shown) throws FileError {
    if (shown.isEmpty()) {
      throw new FileError("open", "", new NoSuchFileException(""));
    }
    try (InputStream in = Files.newInputStream(file)) {
      return start(in, shown);
    } catch (FileError e) {
      throw e;
    } catch (IOException e) {
      throw new FileError("open", shown, e);
    }
  }

  private static byte[] start(InputStream in, String shown) throws FileError {
    try {
      return in.readNBytes(MAX_BYTES + 1);
    } catch (IOException e) {
      throw new FileError("read", shown, e);
    }
  }

  /** Whether {@link #start} read the file to its end. */
  public static boolean isWhole(byte[] bytes) {
    return bytes.length <= MAX_BYTES;
  }

  /** Refuses a file that {@link #start} did not read to its end. */
  public static void requireWhole(byte[] bytes, String shown) throws FileError {
    if (!isWhole(bytes)) {
      throw new FileError("read", shown, "larger than 16 MiB");
    }
  }
}
