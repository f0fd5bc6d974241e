package dev.davit.archive;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/** The fields of a tar header block: POSIX ustar, with GNU's binary numbers. */
final class TarHeader {
  /** The largest size of one entry's names and attributes, in bytes. */
  private static final int MAX_EXTENDED = 1024 * 1024;

  static final int BLOCK = 512;

  static final Field NAME = new Field(0, 100);
  static final Field MODE = new Field(100, 8);
  static final Field UID = new Field(108, 8);
  static final Field GID = new Field(116, 8);
  static final Field SIZE = new Field(124, 12);
  static final Field MTIME = new Field(136, 12);
  static final Field CHECKSUM = new Field(148, 8);
  static final int TYPE = 156;
  static final Field LINK_NAME = new Field(157, 100);
  static final Field MAGIC = new Field(257, 8);
  static final Field MAJOR = new Field(329, 8);
  static final Field MINOR = new Field(337, 8);
  static final Field PREFIX = new Field(345, 155);

  static final String USTAR = "ustar\00000";
  static final String GNU = "ustar  \0";

  private TarHeader() {}

  record Field(int offset, int length) {
    /** Returns the bytes up to the first NUL. */
    String text(byte[] block) {
      int end = offset;
      while (end < offset + length && block[end] != 0) {
        end++;
      }
      return new String(block, offset, end - offset, ISO_8859_1);
    }

    /** Returns all bytes of the field. */
    String raw(byte[] block) {
      return new String(block, offset, length, ISO_8859_1);
    }

    /** Reads an octal number, or a binary one if the first bit is set. */
    long number(byte[] block) throws IOException {
      return (block[offset] & 0x80) != 0 ? binary(block) : octal(text(block).strip());
    }

    private long binary(byte[] block) throws IOException {
      boolean negative = (block[offset] & 0x40) != 0;
      long value = negative ? -1 : 0;
      for (int i = 0; i < length; i++) {
        int b = block[offset + i] & 0xff;
        if (i == 0) {
          b = negative ? b : b & 0x7f;
        }
        if (value >> 55 != (negative ? -1 : 0)) {
          throw invalid();
        }
        value = value << 8 | b;
      }
      return value;
    }

    private static long octal(String digits) throws IOException {
      try {
        return digits.isEmpty() ? 0 : Long.parseLong(digits, 8);
      } catch (NumberFormatException e) {
        throw invalid();
      }
    }

    void put(byte[] block, String text) {
      byte[] bytes = text.getBytes(ISO_8859_1);
      System.arraycopy(bytes, 0, block, offset, bytes.length);
    }

    /** Writes octal digits to all bytes but the last; a number that is too large becomes 0. */
    void put(byte[] block, long number) {
      String digits = fits(number) ? Long.toOctalString(number) : "0";
      put(block, "0".repeat(length - 1 - digits.length()) + digits);
    }

    void clear(byte[] block) {
      Arrays.fill(block, offset, offset + length, (byte) 0);
    }

    boolean fits(long number) {
      return number >= 0 && number >> 3 * (length - 1) == 0;
    }
  }

  /** Reads the content of an extended header, which follows the header. */
  static String extended(byte[] block, InputStream in) throws IOException {
    long size = SIZE.number(block);
    if (size < 0 || size > MAX_EXTENDED) {
      throw invalid();
    }
    byte[] content = in.readNBytes((int) size);
    long padding = -size & (BLOCK - 1);
    if (content.length < size || in.readNBytes((int) padding).length < padding) {
      throw new EOFException("unexpected EOF");
    }
    return new String(content, ISO_8859_1);
  }

  /** Returns a name of GNU's extended headers, which ends at the first NUL. */
  static String withoutNuls(String name) {
    int end = name.indexOf(0);
    return end < 0 ? name : name.substring(0, end);
  }

  /** Returns the name in a header, without pax records. */
  static String name(byte[] block) {
    String name = NAME.text(block);
    String prefix = isUstar(block) ? PREFIX.text(block) : "";
    return prefix.isEmpty() ? name : prefix + '/' + name;
  }

  static boolean isUstar(byte[] block) {
    return MAGIC.raw(block).startsWith("ustar\0");
  }

  static void putChecksum(byte[] block) {
    String sum = Integer.toOctalString(sum(block, 0xff));
    CHECKSUM.put(block, "0".repeat(6 - sum.length()) + sum + "\0 ");
  }

  static IOException invalid() {
    return new IOException("archive/tar: invalid tar header");
  }

  /** Returns whether the checksum is right; some old programs added signed bytes. */
  static boolean hasChecksum(byte[] block) throws IOException {
    long noted = CHECKSUM.number(block);
    return noted == sum(block, 0xff) || noted == sum(block, -1);
  }

  static int sum(byte[] block, int mask) {
    int sum = 0;
    for (int i = 0; i < BLOCK; i++) {
      boolean own = i >= CHECKSUM.offset && i < CHECKSUM.offset + CHECKSUM.length;
      sum += own ? ' ' : block[i] & mask;
    }
    return sum;
  }
}
