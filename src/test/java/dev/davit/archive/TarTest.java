package dev.davit.archive;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import dev.davit.archive.TarEntry.Device;
import dev.davit.archive.TarEntry.Kind;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Checks that tar entries are equal after writing and reading. */
final class TarTest {
  @Test
  void everyEntryComesBack() throws IOException {
    List<TarEntry> entries = entries();
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    TarOutput out = new TarOutput(bytes);
    for (TarEntry entry : entries) {
      out.put(entry);
      out.write(new byte[1000], (int) entry.size());
      out.endContent(entry);
    }
    out.finish();
    assertEquals(0, bytes.size() % TarHeader.BLOCK);
    TarInput in = new TarInput(new ByteArrayInputStream(bytes.toByteArray()));
    for (TarEntry entry : entries) {
      assertEquals(entry, in.next());
    }
    assertNull(in.next());
  }

  private static List<TarEntry> entries() {
    List<TarEntry> entries = new ArrayList<>();
    for (int length = 1; length < 400; length += 7) {
      String name = "n".repeat(length);
      entries.add(entry(name, Kind.FILE, 1000 - length, ""));
      entries.add(entry("folder/".repeat(length), Kind.FOLDER, 0, ""));
      entries.add(entry(name, Kind.SYMLINK, 0, "../".repeat(length)));
      entries.add(entry("d/" + name, Kind.HARD_LINK, 0, name));
    }
    entries.add(entry("\u00c3\u00a4\u00ff\n", Kind.FILE, 512, ""));
    for (long number : List.of(0L, 0x1fffffL, 0x200000L, 0xffffffffL, 1L << 40)) {
      entries.add(new TarEntry("x", Kind.FILE, 07777, number, number, 1, -number, "", Device.NONE));
    }
    entries.add(
        new TarEntry("c", Kind.CHARACTER_DEVICE, 0600, 0, 0, 0, 0, "", new Device(511, 65535)));
    return entries;
  }

  private static TarEntry entry(String name, Kind kind, long size, String linkName) {
    return new TarEntry(name, kind, 0644, 1, 2, size, 3, linkName, Device.NONE);
  }

  /** docker has none either, so that both report the same size of a build's context. */
  @Test
  void aLongNameOfADirectoryNeedsNoExtendedHeader() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    TarOutput out = new TarOutput(bytes);
    String name = ("n".repeat(40) + '/').repeat(3);
    out.put(entry(name, Kind.FOLDER, 0, ""));
    assertEquals(TarHeader.BLOCK, bytes.size());
    out.finish();
    TarInput in = new TarInput(new ByteArrayInputStream(bytes.toByteArray()));
    assertEquals(entry(name, Kind.FOLDER, 0, ""), in.next());
  }

  @Test
  void namesKeepTheirBytes() {
    for (String raw : List.of("a", "a b", "\u00c3\u00a4", "\u00ff\n%", "../\u00e4/x", "/\u00e4")) {
      assertEquals(raw, RawName.of(RawName.path(raw)));
    }
    assertEquals("\u00c3\u00a4", RawName.of(Path.of("\u00e4")));
  }
}
