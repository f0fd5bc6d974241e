package dev.davit.archive;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/** Reads the header blocks of a tar stream one by one. */
final class TarBlocks {
  private static final String CONTENT_TYPES = "\00007S";
  private static final String HEADER_ONLY = "123456";

  private final InputStream in;
  private final byte[] block = new byte[TarHeader.BLOCK];

  TarBlocks(InputStream in) {
    this.in = in;
  }

  /** Reads the next header; returns false at the end of the archive, which is a block of zeros. */
  boolean next() throws IOException {
    readFully(block);
    for (byte b : block) {
      if (b != 0) {
        if (!TarHeader.hasChecksum(block)) {
          throw TarHeader.invalid();
        }
        return true;
      }
    }
    return false;
  }

  byte[] block() {
    return block;
  }

  char type() {
    return (char) (block[TarHeader.TYPE] & 0xff);
  }

  String name() {
    return TarHeader.name(block);
  }

  String linkName() {
    return TarHeader.LINK_NAME.text(block);
  }

  /** Sets the name in the header, truncated, for readers that ignore pax records. */
  void rename(String name) {
    TarHeader.NAME.clear(block);
    TarHeader.NAME.put(block, name.substring(0, Math.min(name.length(), TarHeader.NAME.length())));
    if (TarHeader.isUstar(block)) {
      TarHeader.PREFIX.clear(block);
    }
    TarHeader.putChecksum(block);
  }

  /** Reads the content of an extended header. */
  String extended() throws IOException {
    return TarHeader.extended(block, in);
  }

  /**
   * Returns the number of bytes that follow the header.
   *
   * @param extended the size in the pax records; null without one
   */
  long contentSize(@Nullable String extended) throws IOException {
    if (HEADER_ONLY.indexOf(type()) >= 0) {
      return 0;
    }
    if (CONTENT_TYPES.indexOf(type()) < 0) {
      throw new IOException("unhandled tar header type " + (int) type());
    }
    long size;
    try {
      size = extended == null ? TarHeader.SIZE.number(block) : Long.parseLong(extended);
    } catch (NumberFormatException e) {
      throw TarHeader.invalid();
    }
    if (size < 0 || size > Long.MAX_VALUE - TarHeader.BLOCK) {
      throw TarHeader.invalid();
    }
    return size;
  }

  void readFully(byte[] buffer) throws IOException {
    if (in.readNBytes(buffer, 0, buffer.length) < buffer.length) {
      throw new EOFException("unexpected EOF");
    }
  }

  int read(byte[] buffer, int length) throws IOException {
    return in.read(buffer, 0, length);
  }
}
