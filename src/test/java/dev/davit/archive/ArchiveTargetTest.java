package dev.davit.archive;

import static java.nio.file.LinkOption.NOFOLLOW_LINKS;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** Unpacks untrusted archives and checks that nothing outside the destination changes. */
final class ArchiveTargetTest {
  private static final Path CASES = Path.of("src/test/resources/hostile-archives.txt");

  @TempDir Path temp;
  private Path top;
  private Path dst;
  private final List<String> skipped = new ArrayList<>();

  /** The destination of the archive of /data. */
  private enum To {
    NEW,
    FOLDER,
    FULL_FOLDER,
    LINKED
  }

  private record Case(String name, boolean copied, String entries) {}

  @BeforeEach
  void make() throws IOException {
    make("plain");
  }

  private void make(String name) throws IOException {
    top = Files.createDirectory(temp.toRealPath().resolve(name));
    Files.createDirectory(top.resolve("outside"));
    Files.writeString(top.resolve("outside/secret"), "SECRET");
    Files.createDirectory(top.resolve("work"));
    dst = top.resolve("work/dst");
    skipped.clear();
  }

  @TestFactory
  Stream<DynamicTest> archivesChangeNothingOutsideTheTarget() throws IOException {
    return Stream.of(To.values())
        .flatMap(
            to ->
                cases().stream()
                    .map(each -> DynamicTest.dynamicTest(to + " " + each.name(), run(each, to))));
  }

  private org.junit.jupiter.api.function.Executable run(Case each, To to) {
    return () -> {
      make(to + each.name().replaceAll("[^a-z0-9]", "_"));
      ArchiveTarget.Request request = request(to, false);
      String before = outside();
      byte[] archive =
          TarFile.of(
              each.entries()
                  .replace("{out}", top.resolve("outside").toString())
                  .replace("{dst}", dst.toString()));
      boolean copied = false;
      try {
        ArchiveTarget.unpack(new ByteArrayInputStream(archive), request, any -> {}, skipped::add);
        copied = skipped.isEmpty();
      } catch (IOException e) {
        String message = String.valueOf(e.getMessage());
        assertFalse(message.isEmpty());
        assertTrue(message.chars().noneMatch(Character::isISOControl), message);
      }
      assertEquals(before, outside());
      // existing files in a non-empty directory can prevent copies that an empty directory accepts
      if (to == To.NEW || to == To.FOLDER) {
        assertEquals(each.copied(), copied);
      }
      if (!each.copied()) {
        assertFalse(copied);
      }
      assertNoScratch();
    };
  }

  private ArchiveTarget.Request request(To to, boolean preserve) throws IOException {
    if (to == To.NEW) {
      return new ArchiveTarget.Request("data", parent(dst), "dst", true, preserve);
    }
    Files.createDirectory(dst);
    if (to == To.FULL_FOLDER) {
      // existing links with the names that archives use
      Path data = Files.createDirectory(dst.resolve("data"));
      for (String name : List.of("l", "a", "x", "d", "sub", "up", "h", "s")) {
        Files.createSymbolicLink(data.resolve(name), top.resolve("outside"));
      }
    }
    if (to == To.LINKED) {
      Files.createSymbolicLink(dst.resolve("data"), top.resolve("outside"));
    }
    return new ArchiveTarget.Request("data", dst.toString(), "data", true, preserve);
  }

  private static String parent(Path path) {
    return String.valueOf(path.getParent());
  }

  /** Returns the state outside the destination: names, types, modes, inodes, links, contents. */
  private String outside() throws IOException {
    TreeMap<String, String> found = new TreeMap<>();
    try (Stream<Path> paths = Files.walk(top)) {
      for (Path path : paths.filter(path -> !path.startsWith(dst)).toList()) {
        found.put(path.toString(), describe(path));
      }
    }
    return found.toString();
  }

  private static String describe(Path path) throws IOException {
    TreeMap<String, Object> attributes =
        new TreeMap<>(Files.readAttributes(path, "unix:mode,ino,nlink,uid,gid", NOFOLLOW_LINKS));
    boolean folder = Files.isDirectory(path, NOFOLLOW_LINKS);
    if (folder) {
      attributes.remove("nlink"); // counts subdirectories, and so DST
    }
    return attributes + (folder ? "" : Files.readString(path));
  }

  private void assertNoScratch() throws IOException {
    try (Stream<Path> paths = Files.walk(top)) {
      assertEquals(
          List.of(),
          paths
              .filter(path -> path.getFileName().toString().startsWith(".davit-cp-"))
              .filter(path -> !path.endsWith(".davit-cp-1"))
              .toList());
    }
  }

  private static List<Case> cases() {
    try {
      return Stream.of(Files.readString(CASES).split("(?m)^== ", -1))
          .skip(1)
          .map(
              text -> {
                String[] parts = text.split(": |\n", 3);
                return new Case(parts[0], parts[1].equals("copied"), parts[2]);
              })
          .toList();
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  @Test
  void benignLinksAreCopiedAsLinks() throws IOException {
    unpack(
        """
        dir data
        dir data/sub
        file data/x 1
        sym data/sub/up ../x
        sym data/abs /var/run
        sym data/dangling nowhere
        hard data/sub/h data/x
        """,
        request(To.NEW, false));
    assertEquals("../x", Files.readSymbolicLink(dst.resolve("sub/up")).toString());
    assertEquals("/var/run", Files.readSymbolicLink(dst.resolve("abs")).toString());
    assertEquals("nowhere", Files.readSymbolicLink(dst.resolve("dangling")).toString());
    assertTrue(Files.isSameFile(dst.resolve("x"), dst.resolve("sub/h")));
  }

  @Test
  void modesAndTimesAreKept() throws IOException {
    unpack(
        "dir:1750 data\ndir:500 data/ro\nfile:604 data/ro/x 1\nfile:6755 data/su x",
        request(To.NEW, false));
    assertEquals(01750, mode(dst));
    assertEquals(0500, mode(dst.resolve("ro")));
    assertEquals(0604, mode(dst.resolve("ro/x")));
    assertEquals(0755, mode(dst.resolve("su")));
    for (String name : List.of("", "ro", "ro/x")) {
      assertEquals(
          981173106, Files.getLastModifiedTime(dst.resolve(name)).toInstant().getEpochSecond());
    }
    Files.setPosixFilePermissions(dst.resolve("ro"), PosixFilePermissions.fromString("rwx------"));
  }

  @Test
  void setuidAndFifosAreKeptOnRequest() throws IOException {
    unpack("dir data\nfile:6755 data/su x\nfifo:640 data/p", request(To.NEW, true));
    assertEquals(06755, mode(dst.resolve("su")));
    assertEquals(0010640, (int) Files.getAttribute(dst.resolve("p"), "unix:mode", NOFOLLOW_LINKS));
  }

  private static int mode(Path path) throws IOException {
    return (int) Files.getAttribute(path, "unix:mode", NOFOLLOW_LINKS) & 07777;
  }

  @Test
  void aCutStreamLeavesNoUnfinishedFile() throws IOException {
    byte[] whole = TarFile.of("dir data\nfile data/x " + "x".repeat(5000));
    for (int length : List.of(0, 1, 511, 512, 600, 1024, 1100, 3000, 6143, 6144, 6656)) {
      make("cut" + length);
      ArchiveTarget.Request request = request(To.NEW, false);
      byte[] cut = java.util.Arrays.copyOf(whole, length);
      IOException e = assertThrows(IOException.class, () -> unpack(cut, request));
      assertEquals("unexpected EOF", e.getMessage());
      Path x = dst.resolve("x");
      assertTrue(!Files.exists(x) || Files.size(x) == 5000, "cut at " + length);
      assertNoScratch();
    }
  }

  @Test
  void whatIsNoTarIsRefused() throws IOException {
    byte[] tar = TarFile.of("dir data\nfile data/x 1");
    ByteArrayOutputStream gzip = new ByteArrayOutputStream();
    try (OutputStream out = new GZIPOutputStream(gzip)) {
      out.write(tar);
      out.write(new byte[64 * 1024]);
    }
    byte[] badSum = tar.clone();
    badSum[0] = 'D';
    byte[] junk = new byte[4096];
    java.util.Arrays.fill(junk, (byte) 'j');
    ArchiveTarget.Request request = request(To.NEW, false);
    for (byte[] bytes : List.of(java.util.Arrays.copyOf(gzip.toByteArray(), 1024), badSum, junk)) {
      IOException e = assertThrows(IOException.class, () -> unpack(bytes, request));
      assertEquals("archive/tar: invalid tar header", e.getMessage());
      assertFalse(Files.exists(dst));
    }
  }

  @Test
  void announcedSizesAreNotBelieved() throws IOException {
    for (long size : List.of(1L << 33, 1L << 62)) {
      make("size" + size);
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      TarOutput tar = new TarOutput(bytes);
      tar.put(
          new TarEntry("data", TarEntry.Kind.FILE, 0644, 0, 0, size, 0, "", TarEntry.Device.NONE));
      bytes.write(new byte[100_000]);
      ArchiveTarget.Request request =
          new ArchiveTarget.Request("data", parent(dst), "dst", false, false);
      IOException e = assertThrows(IOException.class, () -> unpack(bytes.toByteArray(), request));
      assertEquals("unexpected EOF", e.getMessage());
      assertFalse(Files.exists(dst));
      assertNoScratch();
    }
  }

  @Test
  void farTimesAreHarmless() throws IOException {
    for (long time : List.of(-62_167_219_200L, 94_608_000_000_000L)) {
      make("time" + time);
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      TarOutput tar = new TarOutput(bytes);
      tar.put(
          new TarEntry("data", TarEntry.Kind.FILE, 0644, 0, 0, 0, time, "", TarEntry.Device.NONE));
      tar.finish();
      unpack(
          bytes.toByteArray(), new ArchiveTarget.Request("data", parent(dst), "dst", false, false));
      assertEquals(0, Files.getLastModifiedTime(dst).toMillis());
    }
  }

  private void unpack(String entries, ArchiveTarget.Request request) throws IOException {
    unpack(TarFile.of(entries), request);
  }

  private void unpack(byte[] archive, ArchiveTarget.Request request) throws IOException {
    ArchiveTarget.unpack(new ByteArrayInputStream(archive), request, any -> {}, skipped::add);
  }
}
