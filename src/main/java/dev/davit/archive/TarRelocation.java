package dev.davit.archive;

import dev.davit.archive.TarEntry.Device;
import dev.davit.archive.TarEntry.Kind;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Copies a tar stream that is not trusted and puts its names below a directory, for an engine that
 * unpacks it. Headers, extended attributes and contents stay as they are. Refuses names outside of
 * the directory, and names behind a symbolic link of the archive.
 */
public final class TarRelocation {
  private static final int BUFFER = 64 * 1024;

  private final TarBlocks in;
  private final OutputStream out;
  private final String directory;
  private final Set<String> links = new HashSet<>();
  private long sparse;

  private TarRelocation(InputStream in, OutputStream out, String directory) {
    this.in = new TarBlocks(in);
    this.out = out;
    this.directory = directory;
  }

  /**
   * Copies an archive to its end.
   *
   * @param directory the directory that all names are put below; empty to make them relative only
   * @return the number of sparse files in the archive
   * @throws IOException if the archive is invalid or names a file outside of the directory
   */
  public static long copy(InputStream in, OutputStream out, String directory) throws IOException {
    TarRelocation copy = new TarRelocation(in, out, directory);
    copy.entries();
    new TarOutput(out).finish();
    in.transferTo(OutputStream.nullOutputStream()); // a program that writes a pipe ends normally
    return copy.sparse;
  }

  private void entries() throws IOException {
    StringBuilder records = new StringBuilder();
    Map<String, String> extended = new HashMap<>();
    while (in.next()) {
      switch (in.type()) {
        case 'x' -> {
          String text = in.extended();
          PaxRecords.read(text, extended);
          records.append(text);
        }
        case 'g' -> in.extended(); // engines ignore global attributes
        case 'L' -> extended.putIfAbsent("path", TarHeader.withoutNuls(in.extended()));
        case 'K' -> extended.putIfAbsent("linkpath", TarHeader.withoutNuls(in.extended()));
        default -> {
          entry(records, extended);
          records.setLength(0);
          extended.clear();
        }
      }
    }
  }

  private void entry(StringBuilder records, Map<String, String> extended) throws IOException {
    char type = in.type();
    String sparseName = SparseMap.name(extended);
    String name = sparseName == null ? extended.getOrDefault("path", in.name()) : sparseName;
    String target = extended.getOrDefault("linkpath", in.linkName());
    boolean isDirectory = type == '5' || type == 0 && name.endsWith("/");
    List<String> parts = parts(name);
    if (parts.isEmpty() && !isDirectory) {
      throw new IOException(EntryPath.quote(name) + " is not a directory");
    }
    String relocated = relocated(parts, isDirectory);
    if (type == 'S') {
      oldSparse(relocated);
      return;
    }
    TarOutput.addRecord(records, "path", relocated);
    if (sparseName != null) {
      TarOutput.addRecord(records, SparseMap.NAME, relocated);
    }
    if (type == '1') {
      List<String> linked = parts(target);
      TarOutput.addRecord(records, "linkpath", relocated(linked, false));
      if (links.contains(String.join("/", linked))) {
        links.add(String.join("/", parts));
      }
    } else if (type == '2') {
      TarOutput.addRecord(records, "linkpath", target);
      links.add(String.join("/", parts));
    }
    new TarOutput(out).putRecords(relocated, records.toString());
    in.rename(relocated);
    out.write(in.block());
    sparse += SparseMap.isPax(extended) ? 1 : 0;
    long size = in.contentSize(extended.get("size"));
    content(size + padding(size), out);
  }

  /** Writes a sparse file in GNU's old format, which engines do not read, as a plain file. */
  private void oldSparse(String name) throws IOException {
    byte[] header = in.block();
    long stored = in.contentSize(null);
    SparseMap map = SparseMap.ofOld(header, in::readFully);
    TarEntry entry =
        new TarEntry(
            name,
            Kind.FILE,
            (int) TarHeader.MODE.number(header) & 07777,
            TarHeader.UID.number(header),
            TarHeader.GID.number(header),
            map.size(),
            TarHeader.MTIME.number(header),
            "",
            Device.NONE);
    TarOutput tar = new TarOutput(out);
    tar.put(entry);
    long position = 0;
    long left = stored;
    for (SparseMap.Part part : map.parts()) {
      zeros(part.offset() - position);
      content(part.length(), out);
      position = part.end();
      left -= part.length();
    }
    if (left < 0) {
      throw TarHeader.invalid();
    }
    zeros(map.size() - position);
    tar.endContent(entry);
    content(left + padding(stored), OutputStream.nullOutputStream());
    sparse++;
  }

  private void zeros(long count) throws IOException {
    for (long left = count; left > 0; left -= BUFFER) {
      out.write(new byte[(int) Math.min(left, BUFFER)]);
    }
  }

  private static long padding(long size) {
    return -size & (TarHeader.BLOCK - 1);
  }

  private void content(long size, OutputStream to) throws IOException {
    byte[] buffer = new byte[(int) Math.min(BUFFER, size)];
    long left = size;
    while (left > 0) {
      int n = in.read(buffer, (int) Math.min(left, buffer.length));
      if (n < 0) {
        throw new EOFException("unexpected EOF");
      }
      to.write(buffer, 0, n);
      left -= n;
    }
  }

  /** Returns the parts of a name from the archive, none of them empty, {@code .} or {@code ..}. */
  private List<String> parts(String name) throws IOException {
    if (name.isEmpty() || name.startsWith("/") || name.indexOf(0) >= 0) {
      throw outside(name);
    }
    List<String> parts = new ArrayList<>();
    for (String part : name.split("/", -1)) {
      if (part.equals("..")) {
        throw outside(name);
      }
      if (!part.isEmpty() && !part.equals(".")) {
        if (links.contains(String.join("/", parts))) {
          throw new IOException(EntryPath.quote(name) + " is behind a symbolic link");
        }
        parts.add(part);
      }
    }
    return parts;
  }

  private static IOException outside(String name) {
    return new IOException(EntryPath.quote(name) + " is outside of the archive's directory");
  }

  private String relocated(List<String> parts, boolean isDirectory) {
    String path = String.join("/", parts);
    String all =
        directory.isEmpty() ? "./" + path : path.isEmpty() ? directory : directory + '/' + path;
    return isDirectory && !all.endsWith("/") ? all + '/' : all;
  }
}
