package dev.davit.archive;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import dev.davit.io.ChannelCopy;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.WritableByteChannel;

/**
 * Writes a tar stream as Go's archive/tar does: ustar, with pax records for values that do not fit
 * into its fields, and for names that are not ASCII.
 */
public final class TarOutput {
  private static final String PAX_NAME = "PaxHeaders.0/";

  private final OutputStream out;
  private final WritableByteChannel channel;

  public TarOutput(OutputStream out) {
    this.out = out;
    this.channel = ChannelCopy.channel(out);
  }

  /**
   * Writes a header; if the entry has a size, {@link #write} and {@link #endContent} must follow.
   */
  public void put(TarEntry entry) throws IOException {
    put(entry, "");
  }

  /** Writes a header with a {@link FileCapability}, empty for none. */
  void put(TarEntry entry, String capability) throws IOException {
    String records = pax(entry, capability);
    if (!records.isEmpty()) {
      putRecords(entry.name(), records);
    }
    byte[] block = new byte[TarHeader.BLOCK];
    putName(block, entry.name());
    TarHeader.LINK_NAME.put(block, cut(entry.linkName(), TarHeader.LINK_NAME));
    TarHeader.UID.put(block, entry.uid());
    TarHeader.GID.put(block, entry.gid());
    TarHeader.MTIME.put(block, entry.mtime());
    TarHeader.MAJOR.put(block, entry.device().major());
    TarHeader.MINOR.put(block, entry.device().minor());
    writeHeader(block, entry.kind().letter, entry.mode(), entry.size());
  }

  /**
   * Writes pax records for the entry that follows.
   *
   * @param name the name of the entry, for readers that ignore the records
   */
  void putRecords(String name, String records) throws IOException {
    byte[] bytes = records.getBytes(ISO_8859_1);
    byte[] block = new byte[TarHeader.BLOCK];
    TarHeader.NAME.put(block, cut(PAX_NAME + name, TarHeader.NAME));
    writeHeader(block, 'x', 0644, bytes.length);
    out.write(bytes);
    pad(bytes.length);
  }

  private void writeHeader(byte[] block, char type, int mode, long size) throws IOException {
    TarHeader.MODE.put(block, mode);
    TarHeader.SIZE.put(block, size);
    block[TarHeader.TYPE] = (byte) type;
    TarHeader.MAGIC.put(block, TarHeader.USTAR);
    TarHeader.putChecksum(block);
    out.write(block);
  }

  public void write(byte[] bytes, int length) throws IOException {
    out.write(bytes, 0, length);
  }

  /** Writes a part of an entry's content, without a copy if the output is a channel. */
  void write(ByteBuffer bytes) throws IOException {
    ChannelCopy.writeAll(bytes, channel);
  }

  /** Writes a file with its content; the size in the entry is replaced. */
  public void putFile(TarEntry entry, byte[] content) throws IOException {
    TarEntry sized = entry.withSize(content.length);
    put(sized);
    write(content, content.length);
    endContent(sized);
  }

  /** Pads an entry's content to whole blocks. */
  public void endContent(TarEntry entry) throws IOException {
    pad(entry.size());
  }

  /** Writes the end of the archive. */
  public void finish() throws IOException {
    out.write(new byte[2 * TarHeader.BLOCK]);
  }

  private void pad(long size) throws IOException {
    out.write(new byte[(int) (-size & (TarHeader.BLOCK - 1))]);
  }

  private static void putName(byte[] block, String name) {
    int slash = split(name);
    if (slash > 0) {
      TarHeader.PREFIX.put(block, name.substring(0, slash));
      TarHeader.NAME.put(block, name.substring(slash + 1));
    } else {
      TarHeader.NAME.put(block, cut(name, TarHeader.NAME));
    }
  }

  /**
   * Returns the slash that splits a long name in two; 0 if the name is short, -1 if no slash does.
   */
  private static int split(String name) {
    if (name.length() <= TarHeader.NAME.length()) {
      return 0;
    }
    // the final slash of a directory belongs to its last name
    int slash = name.lastIndexOf('/', Math.min(TarHeader.PREFIX.length(), name.length() - 2));
    boolean fits = slash > 0 && name.length() - slash - 1 <= TarHeader.NAME.length();
    return fits ? slash : -1;
  }

  private static String cut(String text, TarHeader.Field field) {
    return text.substring(0, Math.min(text.length(), field.length()));
  }

  private static String pax(TarEntry entry, String capability) {
    StringBuilder records = new StringBuilder();
    if (split(entry.name()) < 0 || !isAscii(entry.name())) {
      addRecord(records, "path", entry.name());
    }
    String link = entry.linkName();
    if (link.length() > TarHeader.LINK_NAME.length() || !isAscii(link)) {
      addRecord(records, "linkpath", link);
    }
    addNumber(records, "size", entry.size(), TarHeader.SIZE);
    addNumber(records, "uid", entry.uid(), TarHeader.UID);
    addNumber(records, "gid", entry.gid(), TarHeader.GID);
    addNumber(records, "mtime", entry.mtime(), TarHeader.MTIME);
    if (!capability.isEmpty()) {
      addRecord(records, FileCapability.RECORD, capability);
    }
    return records.toString();
  }

  private static boolean isAscii(String text) {
    return text.chars().allMatch(c -> c < 0x80);
  }

  private static void addNumber(
      StringBuilder records, String key, long value, TarHeader.Field field) {
    if (!field.fits(value)) {
      addRecord(records, key, Long.toString(value));
    }
  }

  /** Adds a record, whose length includes its own digits. */
  static void addRecord(StringBuilder records, String key, String value) {
    int rest = key.length() + value.length() + 3;
    int length = rest + Integer.toString(rest).length();
    if (Integer.toString(length).length() > Integer.toString(rest).length()) {
      length = rest + Integer.toString(length).length();
    }
    records.append(length).append(' ').append(key).append('=').append(value).append('\n');
  }
}
