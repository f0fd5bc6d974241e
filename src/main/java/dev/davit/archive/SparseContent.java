package dev.davit.archive;

import dev.davit.archive.SparseMap.Part;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;

/** Reads the content of a sparse file; the errors are those of Go's archive/tar. */
final class SparseContent {
  private final List<Part> parts;
  private final long size;
  private long position;
  private int next;

  SparseContent(SparseMap map) {
    parts = map.parts();
    size = map.size();
    moveBy(0);
  }

  /** The content in the archive. */
  interface Stored {
    /** Fills the buffer up to a length, as far as there is content. */
    int read(byte[] buffer, int length) throws IOException;

    boolean isAtEnd();
  }

  /** Skips zeros that are not in the archive; returns their number. */
  long skipHole() {
    long hole = hole();
    moveBy(hole);
    return hole;
  }

  /** Returns the number of zeros before the next part, or before the end. */
  private long hole() {
    long end = next < parts.size() ? parts.get(next).offset() : size;
    return Math.max(0, end - position);
  }

  /** Fills the buffer with content or with zeros; returns the number of bytes, 0 at the end. */
  int read(byte[] buffer, Stored stored) throws IOException {
    long hole = hole();
    boolean isHole = hole > 0 || next == parts.size();
    long available = isHole ? hole : parts.get(next).end() - position;
    int length = (int) Math.min(available, buffer.length);
    if (isHole) {
      Arrays.fill(buffer, 0, length, (byte) 0);
    } else if (stored.read(buffer, length) < length) {
      throw new IOException("archive/tar: sparse file references non-existent data");
    }
    if (length == 0 && !stored.isAtEnd()) {
      throw new IOException("archive/tar: sparse file contains unreferenced data");
    }
    moveBy(length);
    return length;
  }

  private void moveBy(long count) {
    position += count;
    while (next < parts.size() && parts.get(next).end() <= position) {
      next++;
    }
  }
}
