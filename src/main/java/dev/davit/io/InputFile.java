package dev.davit.io;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;

/**
 * A file that is uploaded: opened before the request, and read in constant memory while the request
 * is sent.
 */
public final class InputFile implements BodyWriter, Closeable {
  private static final int BUFFER = 64 * 1024;

  private final InputStream in;
  private final String shown;

  private InputFile(InputStream in, String shown) {
    this.in = in;
    this.shown = shown;
  }

  /**
   * Opens a file.
   *
   * @param name the path as typed, which messages name
   */
  public static InputFile open(WorkingDirectory cwd, String name) throws FileError {
    if (name.isEmpty()) {
      throw new FileError("open", "", new NoSuchFileException(""));
    }
    try {
      return new InputFile(Files.newInputStream(cwd.physical(name)), name);
    } catch (IOException e) {
      throw new FileError("open", name, e);
    }
  }

  /** Returns standard input, which stays open. */
  public static InputFile ofStandardInput(InputStream in) {
    return new InputFile(in, "/dev/stdin");
  }

  @Override
  public void writeTo(OutputStream out) throws IOException {
    byte[] buffer = new byte[BUFFER];
    for (int n = read(buffer); n >= 0; n = read(buffer)) {
      out.write(buffer, 0, n);
    }
  }

  private int read(byte[] buffer) throws FileError {
    try {
      return in.read(buffer);
    } catch (IOException e) {
      throw new FileError("read", shown, e);
    }
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}
