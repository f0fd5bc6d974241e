package dev.davit.archive;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The parts of a sparse file that an archive contains; all other bytes are zero. Reads the maps of
 * GNU tar: the old format's, and those of its pax formats 0.0, 0.1 and 1.0. Mirrors archive/tar of
 * Go, which engines and docker read archives with.
 *
 * @param parts in order, and without overlap
 * @param size the size of the file
 */
record SparseMap(List<Part> parts, long size) {
  /** A part of a file. */
  record Part(long offset, long length) {
    long end() {
      return offset + length;
    }
  }

  /** The largest size of a map, in bytes. */
  private static final int MAX_BYTES = 1024 * 1024;

  private static final String PREFIX = "GNU.sparse.";

  /** The record with the map of format 0.1: numbers with commas between. */
  static final String MAP = PREFIX + "map";

  /** The records of format 0.0: the two of each part, in this order. */
  static final List<String> PAIR = List.of(PREFIX + "offset", PREFIX + "numbytes");

  /** The record with the name of the file in format 1.0 and 0.1. */
  static final String NAME = PREFIX + "name";

  private static final int OLD_MAP = 386;
  private static final int OLD_PARTS = 4;
  private static final int EXTENSION_PARTS = 21;
  private static final int NUMBER = 12;
  private static final TarHeader.Field OLD_SIZE = new TarHeader.Field(483, NUMBER);

  /** Reads bytes of the archive. */
  interface Bytes {
    void readFully(byte[] block) throws IOException;
  }

  /** Returns the name of the file, which is not the entry's in pax formats; null otherwise. */
  static @Nullable String name(Map<String, String> extended) {
    String name = extended.getOrDefault(NAME, "");
    return isPax(extended) && !name.isEmpty() ? name : null;
  }

  /** Returns whether the pax records of an entry are those of a sparse file in a known format. */
  static boolean isPax(Map<String, String> extended) {
    String version = version(extended);
    return version.equals("0.0")
        || version.equals("0.1")
        || version.equals("1.0")
        || version.equals(".") && !extended.getOrDefault(MAP, "").isEmpty();
  }

  private static String version(Map<String, String> extended) {
    return extended.getOrDefault(PREFIX + "major", "")
        + '.'
        + extended.getOrDefault(PREFIX + "minor", "");
  }

  /**
   * Reads the map of a pax format.
   *
   * @param stored the size of the entry's content
   * @param content the content, which begins with the map in format 1.0
   */
  static SparseMap ofPax(Map<String, String> extended, long stored, Bytes content)
      throws IOException {
    String size =
        extended.getOrDefault(
            PREFIX + "size", extended.getOrDefault(PREFIX + "realsize", Long.toString(stored)));
    List<String> numbers = new ArrayList<>();
    if (version(extended).equals("1.0")) {
      addNumbers(numbers, content);
    } else {
      numbers.add(extended.getOrDefault(PREFIX + "numblocks", ""));
      String map = extended.getOrDefault(MAP, "");
      if (!map.isEmpty()) {
        numbers.addAll(List.of(map.split(",", -1)));
      }
    }
    if (numbers.size() != 1 + 2 * count(numbers)) {
      throw TarHeader.invalid();
    }
    List<Part> parts = new ArrayList<>();
    for (int i = 1; i < numbers.size(); i += 2) {
      parts.add(new Part(number(numbers.get(i)), number(numbers.get(i + 1))));
    }
    return new SparseMap(parts, number(size)).checked();
  }

  /** Returns the number of parts, which precedes the numbers of the parts. */
  private static long count(List<String> numbers) throws IOException {
    long count = number(numbers.getFirst());
    if (count < 0 || count > MAX_BYTES) {
      throw TarHeader.invalid();
    }
    return count;
  }

  /** Reads the number of parts and their numbers, each on a line, from whole blocks. */
  private static void addNumbers(List<String> numbers, Bytes content) throws IOException {
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    byte[] block = new byte[TarHeader.BLOCK];
    long wanted = 1;
    for (int bytes = 0; numbers.size() < wanted; bytes += block.length) {
      if (bytes >= MAX_BYTES) {
        throw TarHeader.invalid();
      }
      content.readFully(block);
      for (byte b : block) {
        if (b != '\n') {
          line.write(b);
          continue;
        }
        if (numbers.size() < wanted) {
          numbers.add(line.toString(ISO_8859_1));
        }
        line.reset();
        wanted = 1 + 2 * count(numbers);
      }
    }
  }

  /**
   * Reads the map of GNU's old format.
   *
   * @param header the header block
   * @param archive the archive after the header, where blocks with more parts may follow
   */
  static SparseMap ofOld(byte[] header, Bytes archive) throws IOException {
    if (!TarHeader.MAGIC.raw(header).equals(TarHeader.GNU)) {
      throw TarHeader.invalid(); // star has another map
    }
    long size = OLD_SIZE.number(header);
    List<Part> parts = new ArrayList<>();
    boolean more = addParts(parts, header, OLD_MAP, OLD_PARTS);
    byte[] block = new byte[TarHeader.BLOCK];
    for (int bytes = 0; more; bytes += block.length) {
      if (bytes >= MAX_BYTES) {
        throw TarHeader.invalid();
      }
      archive.readFully(block);
      more = addParts(parts, block, 0, EXTENSION_PARTS);
    }
    return new SparseMap(parts, size).checked();
  }

  /** Adds the parts in a block; returns whether a block with more parts follows. */
  private static boolean addParts(List<Part> parts, byte[] block, int from, int count)
      throws IOException {
    for (int i = 0; i < count; i++) {
      int at = from + i * 2 * NUMBER;
      if (block[at] == 0) {
        break;
      }
      parts.add(
          new Part(
              new TarHeader.Field(at, NUMBER).number(block),
              new TarHeader.Field(at + NUMBER, NUMBER).number(block)));
    }
    return block[from + count * 2 * NUMBER] != 0;
  }

  private SparseMap checked() throws IOException {
    long end = 0;
    for (Part part : parts) {
      // written so that no sum overflows
      if (part.offset < end || part.length < 0 || part.length > size - part.offset) {
        throw TarHeader.invalid();
      }
      end = part.end();
    }
    if (size < 0) {
      throw TarHeader.invalid();
    }
    return this;
  }

  private static long number(String text) throws IOException {
    try {
      return Long.parseLong(text);
    } catch (NumberFormatException e) {
      throw TarHeader.invalid();
    }
  }
}
