package dev.davit.context;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import dev.davit.archive.RawName;
import dev.davit.archive.TarEntry;
import dev.davit.archive.TarEntry.Kind;
import dev.davit.archive.TarInput;
import dev.davit.archive.TarOutput;
import dev.davit.io.SlashPath;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipInputStream;
import org.jspecify.annotations.Nullable;

/**
 * Reads and writes a context as an archive: {@code meta.json}, and {@code tls/ENDPOINT/FILE} for
 * each certificate and key (cli/context/store/store.go).
 */
public final class ContextArchive {
  private static final String META = "meta.json";
  private static final String TLS = "tls";
  private static final int MAX_SIZE = 10 << 20;
  private static final int FOLDER = 0700;

  /** The signature of a zip's end record. */
  private static final int ZIP_END = 0x06054b50;

  private static final int ZIP_END_SIZE = 22;

  private byte @Nullable [] meta;
  private final Map<String, Map<String, byte[]>> tls = new TreeMap<>();

  private ContextArchive() {}

  /** A context read from an archive, with the name that it had. */
  public record Content(ContextMeta context, Map<String, Map<String, byte[]>> tls) {}

  /** Writes a context as a tar archive. */
  public static void write(
      ContextMeta context, Map<String, Map<String, byte[]>> tls, OutputStream out)
      throws IOException {
    TarOutput tar = new TarOutput(out);
    file(tar, META, 0644, context.json().getBytes(UTF_8));
    tar.put(entry(TLS, Kind.FOLDER, FOLDER));
    for (Map.Entry<String, Map<String, byte[]>> endpoint : tls.entrySet()) {
      String folder = TLS + '/' + raw(endpoint.getKey());
      tar.put(entry(folder, Kind.FOLDER, FOLDER));
      for (Map.Entry<String, byte[]> file : endpoint.getValue().entrySet()) {
        file(tar, folder + '/' + raw(file.getKey()), 0600, file.getValue());
      }
    }
    tar.finish();
  }

  private static void file(TarOutput tar, String name, int mode, byte[] content)
      throws IOException {
    tar.putFile(entry(name, Kind.FILE, mode), content);
  }

  private static TarEntry entry(String name, Kind kind, int mode) {
    return new TarEntry(name, kind, mode, 0, 0, 0, 0, "", TarEntry.Device.NONE);
  }

  private static String raw(String name) {
    return new String(name.getBytes(UTF_8), ISO_8859_1);
  }

  /**
   * Reads a tar or zip archive, whole and in memory, as it contains private keys.
   *
   * @throws IOException with docker's message if it is not the archive of a context
   */
  public static Content read(InputStream in) throws IOException {
    byte[] archive = limited(in);
    ContextArchive read = new ContextArchive();
    if (isZip(archive)) {
      read.readZip(archive);
    } else {
      read.readTar(archive);
    }
    if (read.meta == null) {
      throw new IOException("invalid context: no metadata found");
    }
    return new Content(ContextMeta.of(read.meta), read.tls);
  }

  private static boolean isZip(byte[] archive) {
    return new String(archive, 0, Math.min(archive.length, 4), ISO_8859_1).equals("PK\3\4");
  }

  private static byte[] limited(InputStream in) throws IOException {
    byte[] content = in.readNBytes(MAX_SIZE + 1);
    if (content.length > MAX_SIZE) {
      throw new IOException("read exceeds the defined limit");
    }
    return content;
  }

  private void readTar(byte[] archive) throws IOException {
    // docker's own archives lack the final blocks
    TarInput tar = TarInput.withoutEnd(new ByteArrayInputStream(archive));
    long rest = MAX_SIZE;
    for (TarEntry entry = tar.next(); entry != null; entry = tar.next()) {
      if (entry.kind() == Kind.FILE) {
        ByteArrayOutputStream content = new ByteArrayOutputStream();
        byte[] buffer = new byte[8192];
        for (int n = tar.read(buffer); n > 0; n = tar.read(buffer)) {
          rest -= n; // holes of a sparse file are not in the archive
          if (rest < 0) {
            throw new IOException("read exceeds the defined limit");
          }
          content.write(buffer, 0, n);
        }
        add(RawName.shown(entry.name()), content.toByteArray());
      }
    }
  }

  private void readZip(byte[] archive) throws IOException {
    try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(archive))) {
      long rest = MAX_SIZE;
      int left = zipEntries(archive);
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        left--;
        if (!entry.isDirectory()) {
          byte[] content = limited(zip);
          rest -= content.length;
          if (rest < 0) {
            throw new IOException("read exceeds the defined limit");
          }
          add(entry.getName(), content);
        }
      }
      if (left != 0) {
        throw new ZipException("incomplete archive");
      }
    } catch (ZipException e) {
      throw new IOException("zip: not a valid zip file", e);
    }
  }

  /** Returns the number of entries by a zip's end record: the zip may be truncated. */
  private static int zipEntries(byte[] archive) throws ZipException {
    ByteBuffer bytes = ByteBuffer.wrap(archive).order(ByteOrder.LITTLE_ENDIAN);
    for (int at = archive.length - ZIP_END_SIZE; at >= 0; at--) {
      if (bytes.getInt(at) == ZIP_END
          && at + ZIP_END_SIZE + Short.toUnsignedInt(bytes.getShort(at + 20)) <= archive.length) {
        return Short.toUnsignedInt(bytes.getShort(at + 10));
      }
    }
    throw new ZipException("end of central directory missing");
  }

  private void add(String name, byte[] content) throws IOException {
    check(name);
    if (name.equals(META)) {
      meta = content;
      return;
    }
    String[] parts = name.split("/", -1);
    if (parts.length != 3) {
      throw new IOException("archive format is invalid");
    }
    tls.computeIfAbsent(parts[1], endpoint -> new TreeMap<>()).put(parts[2], content);
  }

  /** Rejects names that lead out of the context's directory, as each becomes a file name. */
  private static void check(String name) throws IOException {
    if (!name.equals(META) && !name.startsWith(TLS + '/')) {
      throw new IOException(name + ": unexpected context file");
    }
    if (!SlashPath.clean(name).equals(name) || name.indexOf('\0') >= 0) {
      throw new IOException(name + ": unexpected path format");
    }
    if (name.indexOf('\\') >= 0) {
      throw new IOException(name + ": unexpected '\\' in path");
    }
  }
}
