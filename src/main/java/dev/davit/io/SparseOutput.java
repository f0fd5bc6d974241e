package dev.davit.io;

import java.io.IOException;
import java.nio.channels.SeekableByteChannel;
import java.util.Arrays;

/**
 * Writes a new file from its beginning; blocks of zeros are not written, and become holes where the
 * file system supports them. Failures are {@link FileError}s.
 */
public final class SparseOutput {
  /**
   * The size of a hole, a multiple of most file systems' blocks: with smaller holes a file of many
   * would take more time to write than all its zeros, and be fragmented.
   */
  private static final int BLOCK = 16 * 1024;

  private static final byte[] ZEROS = new byte[BLOCK];
  private static final byte[] LAST = new byte[1];

  private final SeekableByteChannel file;
  private final FileOutput out;
  private final String shown;
  private long position;
  private boolean skipped;

  /**
   * @param file the file, which must be new or empty: its content would show in the holes; not
   *     closed by this object
   * @param shown the path for messages
   */
  public SparseOutput(SeekableByteChannel file, String shown) {
    this.file = file;
    this.out = new FileOutput(file, shown);
    this.shown = shown;
  }

  /** Writes bytes, except aligned blocks of zeros. */
  public void write(byte[] bytes, int length) throws IOException {
    int from = 0;
    int at = (int) Math.min(length, -position & (BLOCK - 1));
    for (; at + BLOCK <= length; at += BLOCK) {
      if (isZero(bytes, at)) {
        put(bytes, from, at);
        skip(BLOCK);
        from = at + BLOCK;
      }
    }
    put(bytes, from, length);
  }

  private static boolean isZero(byte[] bytes, int at) {
    return bytes[at] == 0 && Arrays.equals(bytes, at, at + BLOCK, ZEROS, 0, BLOCK);
  }

  /** Skips zeros. */
  public void skip(long count) {
    position += count;
    skipped |= count > 0;
  }

  /** Ends the file: if it ends with zeros that were skipped, writes the last one. */
  public void finish() throws IOException {
    if (skipped) {
      position--;
      put(LAST, 0, 1);
    }
  }

  private void put(byte[] bytes, int from, int to) throws IOException {
    if (from == to) {
      return;
    }
    if (skipped) {
      seek();
    }
    out.write(bytes, from, to - from);
    position += to - from;
  }

  private void seek() throws IOException {
    try {
      file.position(position);
    } catch (IOException e) {
      throw new FileError("write", shown, e);
    }
    skipped = false;
  }
}
