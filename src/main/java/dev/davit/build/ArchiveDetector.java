package dev.davit.build;

import dev.davit.archive.TarInput;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;

/** Distinguishes an archive from a Dockerfile by its first bytes. */
final class ArchiveDetector {
  /** The number of bytes that decide. */
  static final int LENGTH = 1024;

  private static final byte[] GZIP = {0x1f, (byte) 0x8b, 0x08};

  private static final byte[][] COMPRESSED = {
    GZIP,
    {0x42, 0x5a, 0x68}, // bzip2
    {(byte) 0xfd, 0x37, 0x7a, 0x58, 0x5a, 0x00}, // xz
    {0x28, (byte) 0xb5, 0x2f, (byte) 0xfd}, // zstd
  };

  private static final int ZSTD_SKIPPABLE = 0x184d2a50;

  private ArchiveDetector() {}

  /** Whether the bytes are the beginning of a tar archive or of compressed data. */
  static boolean isArchive(byte[] start) {
    for (byte[] magic : COMPRESSED) {
      if (startsWith(start, magic)) {
        return true;
      }
    }
    return isSkippableFrame(start) || TarInput.startsWithHeader(start);
  }

  /** Whether the bytes are the beginning of data that gzip compressed. */
  static boolean isGzip(byte[] start) {
    return startsWith(start, GZIP);
  }

  private static boolean startsWith(byte[] start, byte[] magic) {
    return start.length >= magic.length
        && Arrays.equals(start, 0, magic.length, magic, 0, magic.length);
  }

  /** Whether zstd data begins with a frame that readers skip. */
  private static boolean isSkippableFrame(byte[] start) {
    if (start.length < 2 * Integer.BYTES) {
      return false;
    }
    int magic = ByteBuffer.wrap(start).order(ByteOrder.LITTLE_ENDIAN).getInt();
    return (magic & 0xfffffff0) == ZSTD_SKIPPABLE;
  }
}
