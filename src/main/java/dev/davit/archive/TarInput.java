package dev.davit.archive;

import dev.davit.archive.TarEntry.Device;
import dev.davit.archive.TarEntry.Kind;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads a tar stream, entry by entry: ustar, pax, GNU's long names and sparse files. Sizes in
 * headers are not trusted: memory is allocated for received bytes only.
 */
public final class TarInput {
  /** The type of a sparse file in GNU's old format. */
  private static final char SPARSE = 'S';

  private final InputStream in;
  private final byte[] block = new byte[TarHeader.BLOCK];
  private final boolean endRequired;
  private long left;
  private int padding;
  private @Nullable SparseContent sparse;

  private final SparseContent.Stored stored =
      new SparseContent.Stored() {
        @Override
        public int read(byte[] buffer, int length) throws IOException {
          return readStored(buffer, length);
        }

        @Override
        public boolean isAtEnd() {
          return left == 0;
        }
      };

  public TarInput(InputStream in) {
    this(in, true);
  }

  private TarInput(InputStream in, boolean endRequired) {
    this.in = in;
    this.endRequired = endRequired;
  }

  /**
   * Reads an archive that may end right after the content of an entry, without the final blocks.
   */
  public static TarInput withoutEnd(InputStream in) {
    return new TarInput(in, false);
  }

  /** Whether the bytes begin with the header of an entry. */
  public static boolean startsWithHeader(byte[] start) {
    try {
      return start.length >= TarHeader.BLOCK
          && TarHeader.hasChecksum(Arrays.copyOf(start, TarHeader.BLOCK));
    } catch (IOException e) {
      return false; // the checksum is not a number
    }
  }

  /**
   * Returns the next entry, or null at the end of the archive; skips unread content of the last
   * one.
   */
  public @Nullable TarEntry next() throws IOException {
    Map<String, String> extended = new HashMap<>();
    while (true) {
      skip(left);
      left = 0;
      sparse = null;
      if (isAtEnd()) {
        return null;
      }
      if (isZero()) {
        if (isAtEnd() || isZero()) {
          return null;
        }
        throw TarHeader.invalid();
      }
      if (!TarHeader.hasChecksum(block)) {
        throw TarHeader.invalid();
      }
      char type = (char) (block[TarHeader.TYPE] & 0xff);
      switch (type) {
        case 'x' -> PaxRecords.read(readExtended(), extended);
        case 'g' -> readExtended(); // global attributes, none of which matter for a copy
        case 'L' -> extended.putIfAbsent("path", TarHeader.withoutNuls(readExtended()));
        case 'K' -> extended.putIfAbsent("linkpath", TarHeader.withoutNuls(readExtended()));
        default -> {
          return entry(type, extended);
        }
      }
    }
  }

  /** Reads the next header, after the padding of the previous entry. */
  private boolean isAtEnd() throws IOException {
    int behind = padding;
    padding = 0;
    if (!endRequired) {
      in.readNBytes(behind);
      int length = in.readNBytes(block, 0, block.length);
      if (length > 0 && length < block.length) {
        throw unexpectedEnd();
      }
      return length == 0;
    }
    skip(behind);
    readFully(block);
    return false;
  }

  private TarEntry entry(char type, Map<String, String> extended) throws IOException {
    String sparseName = SparseMap.name(extended);
    String name =
        sparseName == null ? extended.getOrDefault("path", TarHeader.name(block)) : sparseName;
    String linkName = extended.getOrDefault("linkpath", TarHeader.LINK_NAME.text(block));
    if (name.indexOf(0) >= 0 || linkName.indexOf(0) >= 0) {
      throw TarHeader.invalid();
    }
    Kind kind = kind(type, name);
    long size = number(extended, "size", TarHeader.SIZE);
    if (size < 0) {
      throw TarHeader.invalid();
    }
    if (kind == Kind.FILE) {
      left = size;
      padding = (int) (-size & (TarHeader.BLOCK - 1));
    }
    TarEntry entry =
        new TarEntry(
            name,
            kind,
            (int) TarHeader.MODE.number(block) & 07777,
            number(extended, "uid", TarHeader.UID),
            number(extended, "gid", TarHeader.GID),
            left,
            number(extended, "mtime", TarHeader.MTIME),
            linkName,
            device(kind));
    SparseMap map = sparseMap(type, kind, extended);
    if (map == null) {
      return entry;
    }
    sparse = new SparseContent(map);
    return entry.withSize(map.size());
  }

  /** Reads the map of a sparse file, which is behind the header; null for any other entry. */
  private @Nullable SparseMap sparseMap(char type, Kind kind, Map<String, String> extended)
      throws IOException {
    if (type == SPARSE) {
      return SparseMap.ofOld(block, this::readFully);
    }
    if (!SparseMap.isPax(extended)) {
      return null;
    }
    if (kind != Kind.FILE) {
      throw TarHeader.invalid();
    }
    return SparseMap.ofPax(extended, left, this::readFullyFromContent);
  }

  private void readFullyFromContent(byte[] buffer) throws IOException {
    if (readStored(buffer, buffer.length) < buffer.length) {
      throw unexpectedEnd();
    }
  }

  private Device device(Kind kind) throws IOException {
    return kind == Kind.CHARACTER_DEVICE || kind == Kind.BLOCK_DEVICE
        ? new Device((int) TarHeader.MAJOR.number(block), (int) TarHeader.MINOR.number(block))
        : Device.NONE;
  }

  private static Kind kind(char type, String name) throws IOException {
    if (type == 0 || type == '7' || type == SPARSE) {
      return type == 0 && name.endsWith("/") ? Kind.FOLDER : Kind.FILE;
    }
    for (Kind kind : Kind.values()) {
      if (kind.letter == type) {
        return kind;
      }
    }
    throw new IOException("unhandled tar header type " + (int) type);
  }

  private long number(Map<String, String> extended, String key, TarHeader.Field field)
      throws IOException {
    String text = extended.get(key);
    if (text == null) {
      return field.number(block);
    }
    try {
      // only times have a fraction, which is dropped
      int dot = key.equals("mtime") ? text.indexOf('.') : -1;
      return Long.parseLong(dot < 0 ? text : text.substring(0, dot));
    } catch (NumberFormatException e) {
      throw TarHeader.invalid();
    }
  }

  private String readExtended() throws IOException {
    return TarHeader.extended(block, in);
  }

  /**
   * Skips zeros of a sparse file that the archive does not contain. {@link #read} returns zeros
   * that are not skipped.
   *
   * @return the number of zeros, 0 if other content follows
   */
  public long skipHole() {
    return sparse == null ? 0 : sparse.skipHole();
  }

  /**
   * Fills the buffer with content of the entry. Fills only a part of the buffer at the end, or
   * before and after a hole of a sparse file.
   *
   * @return the number of bytes, 0 at the end of the entry
   */
  public int read(byte[] buffer) throws IOException {
    return sparse == null ? readStored(buffer, buffer.length) : sparse.read(buffer, stored);
  }

  private int readStored(byte[] buffer, int length) throws IOException {
    int wanted = (int) Math.min(left, length);
    if (in.readNBytes(buffer, 0, wanted) < wanted) {
      throw unexpectedEnd();
    }
    left -= wanted;
    return wanted;
  }

  private void readFully(byte[] buffer) throws IOException {
    if (in.readNBytes(buffer, 0, buffer.length) < buffer.length) {
      throw unexpectedEnd();
    }
  }

  private boolean isZero() {
    for (byte b : block) {
      if (b != 0) {
        return false;
      }
    }
    return true;
  }

  private void skip(long count) throws IOException {
    try {
      in.skipNBytes(count);
    } catch (EOFException e) {
      throw unexpectedEnd();
    }
  }

  private static EOFException unexpectedEnd() {
    return new EOFException("unexpected EOF");
  }
}
