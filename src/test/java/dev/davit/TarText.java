package dev.davit;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.davit.archive.RawName;
import dev.davit.archive.TarEntry;
import dev.davit.archive.TarInput;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPInputStream;

/** Converts a tar archive to text: names, modes, owners and contents of its entries, sorted. */
final class TarText {
  private TarText() {}

  /** Whether the bytes are a tar archive, which may be compressed with gzip. */
  static boolean isTar(byte[] bytes) {
    return isGzip(bytes) || TarInput.startsWithHeader(bytes);
  }

  private static boolean isGzip(byte[] bytes) {
    return bytes.length > 2 && bytes[0] == 0x1f && bytes[1] == (byte) 0x8b;
  }

  /** Converts an archive. */
  static String of(byte[] bytes) throws IOException {
    if (isGzip(bytes)) {
      try (InputStream gzip = new GZIPInputStream(new ByteArrayInputStream(bytes))) {
        return "gzip " + of(gzip.readAllBytes());
      }
    }
    TarInput tar = TarInput.withoutEnd(new ByteArrayInputStream(bytes));
    List<String> entries = new ArrayList<>();
    for (TarEntry entry = tar.next(); entry != null; entry = tar.next()) {
      entries.add(entry(entry, content(tar)));
    }
    entries.sort(null);
    return entries.toString();
  }

  private static byte[] content(TarInput tar) throws IOException {
    ByteArrayOutputStream content = new ByteArrayOutputStream();
    byte[] buffer = new byte[4096];
    for (int n = tar.read(buffer); n > 0; n = tar.read(buffer)) {
      content.write(buffer, 0, n);
    }
    return content.toByteArray();
  }

  private static String entry(TarEntry entry, byte[] content) {
    String text = content.length > 100 ? content.length + " bytes" : new String(content, UTF_8);
    return RawName.shown(entry.name())
        + (entry.kind() == TarEntry.Kind.FILE ? "" : " " + entry.kind())
        + (entry.linkName().isEmpty() ? "" : " -> " + RawName.shown(entry.linkName()))
        + " %o ".formatted(entry.mode())
        + (entry.uid() + entry.gid() == 0 ? "" : entry.uid() + ":" + entry.gid() + " ")
        + '\''
        + text.replace("\r", "\\r").replace("\n", "\\n")
        + '\'';
  }
}
