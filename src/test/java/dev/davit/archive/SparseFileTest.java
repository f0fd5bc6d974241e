package dev.davit.archive;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** Unpacks files with zeros, and archives of sparse files. */
final class SparseFileTest {
  private static final int BLOCK = 16 * 1024;

  @TempDir Path temp;

  /** Each character is a block: {@code 0} zeros, {@code x} other bytes; then some more bytes. */
  private record Layout(String blocks, int more, boolean zeros) {
    byte[] content(Random random) {
      byte[] content = new byte[blocks.length() * BLOCK + more];
      random.nextBytes(content);
      for (int i = 0; i < blocks.length(); i++) {
        if (blocks.charAt(i) == '0') {
          Arrays.fill(content, i * BLOCK, (i + 1) * BLOCK, (byte) 0);
        }
      }
      if (zeros) {
        Arrays.fill(content, blocks.length() * BLOCK, content.length, (byte) 0);
      }
      return content;
    }
  }

  @TestFactory
  Stream<DynamicTest> blocksOfZerosBecomeHoles() {
    String long1 = "0".repeat(40) + "x" + "0".repeat(100);
    return Stream.of("", "0", "x", "00", "0x", "x0", "x0x", "0x0", "xx00xx", "x".repeat(33), long1)
        .flatMap(
            blocks ->
                IntStream.of(0, 1, 511, BLOCK - 1)
                    .boxed()
                    .flatMap(
                        more ->
                            Stream.of(
                                new Layout(blocks, more, true), new Layout(blocks, more, false))))
        .map(layout -> DynamicTest.dynamicTest(layout.toString(), () -> unpack(layout)));
  }

  private void unpack(Layout layout) throws IOException {
    byte[] content = layout.content(new Random(1));
    Path file = unpacked(stored("data", content));
    assertArrayEquals(content, Files.readAllBytes(file));
    assertTrue(
        blocks(file) <= blocks(byHand(content)), () -> blocks(file) + " blocks for " + layout);
  }

  /** Writes the blocks that are not zero, and the last byte. */
  private Path byHand(byte[] content) throws IOException {
    Path file = temp.resolve("by-hand");
    Files.deleteIfExists(file);
    try (FileChannel channel =
        FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
      for (int at = 0; at < content.length; at += BLOCK) {
        int end = Math.min(at + BLOCK, content.length);
        byte[] block = Arrays.copyOfRange(content, at, end);
        if (end == content.length || !Arrays.equals(block, new byte[block.length])) {
          channel.write(ByteBuffer.wrap(block), at);
        }
      }
    }
    return file;
  }

  private static int blocks(Path file) {
    try {
      Process stat = new ProcessBuilder("stat", "-c", "%b", file.toString()).start();
      return Integer.parseInt(new String(stat.getInputStream().readAllBytes(), ISO_8859_1).strip());
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  @Test
  void existingContentIsReplaced() throws IOException {
    byte[] old = new byte[10 * BLOCK];
    Arrays.fill(old, (byte) 'o');
    Path file = Files.write(temp.resolve("file"), old);
    byte[] content = new Layout("0x00x00", 5, true).content(new Random(2));
    unpack(stored("data", content));
    assertArrayEquals(content, Files.readAllBytes(file));
  }

  /** Archives of GNU tar with the same file in each format. */
  @TestFactory
  Stream<DynamicTest> sparseFormatsAreRead() throws IOException {
    Path folder = Files.createDirectory(temp.resolve("made"));
    byte[] content =
        makeSparse(folder, 9_000_123, IntStream.of(0, 70_000, 1_000_000, 5_000_003, 9_000_000));
    return Stream.of(
            "--format=gnu",
            "--format=posix --sparse-version=0.0",
            "--format=posix --sparse-version=0.1",
            "--format=posix --sparse-version=1.0")
        .map(format -> DynamicTest.dynamicTest(format, () -> compare(format, folder, content)));
  }

  /** Makes the sparse file data with some bytes at each place, and returns its content. */
  private static byte[] makeSparse(Path folder, int size, IntStream places) throws IOException {
    byte[] content = new byte[size];
    try (RandomAccessFile file = new RandomAccessFile(folder.resolve("data").toFile(), "rw")) {
      file.setLength(size);
      for (int at : places.toArray()) {
        Arrays.fill(content, at, at + 100, (byte) 'd');
        file.seek(at);
        file.write(content, at, 100);
      }
    }
    return content;
  }

  private void compare(String format, Path folder, byte[] content) throws IOException {
    byte[] archive = tar(format, folder);
    assertTrue(archive.length < 200_000, format + ": " + archive.length);
    TarInput in = new TarInput(new ByteArrayInputStream(archive));
    TarEntry entry = in.next();
    assertEquals("data", entry == null ? "" : entry.name());
    assertEquals(content.length, entry == null ? 0 : entry.size());
    assertArrayEquals(content, content(in));
    assertEquals(null, in.next());
    Path file = unpacked(archive);
    assertArrayEquals(content, Files.readAllBytes(file));
    assertTrue(blocks(file) <= blocks(byHand(content)));
  }

  private static byte[] tar(String format, Path folder) throws IOException {
    List<String> argv =
        List.of(("tar -c --sparse --hole-detection=raw " + format + " data").split(" ", -1));
    Process tar = new ProcessBuilder(argv).directory(folder.toFile()).start();
    return tar.getInputStream().readAllBytes();
  }

  /** The old format has four parts in the header, and blocks with 21 more each. */
  @Test
  void manyPartsAreRead() throws IOException {
    Path folder = Files.createDirectory(temp.resolve("many"));
    int size = 200 * BLOCK;
    byte[] content =
        makeSparse(folder, size, IntStream.iterate(0, at -> at < size, at -> at + 2 * BLOCK));
    for (String format : List.of("--format=gnu", "--format=posix --sparse-version=1.0")) {
      byte[] archive = tar(format, folder);
      assertTrue(archive.length < content.length * 3 / 4);
      assertArrayEquals(content, Files.readAllBytes(unpacked(archive)));
    }
  }

  @Test
  void damagedMapsAreRejected() throws IOException {
    for (String map :
        List.of("x\\n", "-1\\n", "99999999999999999999\\n", "1\\n5\\n1\\n", "1\\n0\\nx\\n")) {
      assertInvalid(map, "GNU.sparse.major=1 GNU.sparse.minor=0 GNU.sparse.realsize=5", map);
    }
    for (String records :
        List.of(
            "GNU.sparse.map=0,1",
            "GNU.sparse.numblocks=1 GNU.sparse.map=0",
            "GNU.sparse.numblocks=2 GNU.sparse.map=0,1",
            "GNU.sparse.numblocks=1 GNU.sparse.map=0,x",
            "GNU.sparse.numblocks=1 GNU.sparse.map=-1,1",
            "GNU.sparse.numblocks=1 GNU.sparse.map=0,-1",
            "GNU.sparse.numblocks=1 GNU.sparse.size=4 GNU.sparse.map=4,1",
            "GNU.sparse.numblocks=1 GNU.sparse.size=-1 GNU.sparse.map=0,0",
            "GNU.sparse.numblocks=1 GNU.sparse.map=9223372036854775807,9",
            "GNU.sparse.numblocks=2 GNU.sparse.map=2,2,3,1",
            "GNU.sparse.numblocks=2 GNU.sparse.map=3,1,0,1",
            "GNU.sparse.numbytes=1 GNU.sparse.offset=0",
            "GNU.sparse.offset=0 GNU.sparse.offset=0")) {
      assertInvalid(records, records, "12345");
    }
  }

  private void assertInvalid(String name, String records, String content) throws IOException {
    byte[] text = content.replace("\\n", "\n").getBytes(ISO_8859_1);
    boolean lines = content.endsWith("\\n"); // format 1.0 has whole blocks
    byte[] archive = pax(records, Arrays.copyOf(text, lines ? TarHeader.BLOCK : text.length));
    IOException e = assertThrows(IOException.class, () -> unpacked(archive), name);
    assertEquals("archive/tar: invalid tar header", e.getMessage(), name);
  }

  /** Content that is longer or shorter than the map has Go's messages. */
  @Test
  void contentMustFitTheMap() throws IOException {
    String map = "GNU.sparse.numblocks=1 GNU.sparse.size=100 GNU.sparse.map=50,5";
    assertEquals(
        "archive/tar: sparse file references non-existent data",
        assertThrows(IOException.class, () -> unpacked(pax(map, new byte[4]))).getMessage());
    assertEquals(
        "archive/tar: sparse file contains unreferenced data",
        assertThrows(IOException.class, () -> unpacked(pax(map, new byte[6]))).getMessage());
    byte[] content = new byte[100];
    Arrays.fill(content, 50, 55, (byte) 'd');
    byte[] part = Arrays.copyOfRange(content, 50, 55);
    assertArrayEquals(content, Files.readAllBytes(unpacked(pax(map, part))));
    assertArrayEquals(
        new byte[1000],
        Files.readAllBytes(
            unpacked(
                pax(
                    "GNU.sparse.major=0 GNU.sparse.minor=1 GNU.sparse.size=1000 "
                        + "GNU.sparse.numblocks=0",
                    new byte[0]))));
  }

  /** A tiny archive of a file that no file system can have. */
  @Test
  void announcedHolesTakeNoTime() throws IOException {
    byte[] archive =
        pax(
            "GNU.sparse.numblocks=0 GNU.sparse.major=0 GNU.sparse.minor=1 GNU.sparse.size="
                + Long.MAX_VALUE,
            new byte[0]);
    IOException e = assertThrows(IOException.class, () -> unpacked(archive));
    assertTrue(String.valueOf(e.getMessage()).startsWith("write " + temp), e.getMessage());
    assertFalse(Files.exists(temp.resolve("file")));
  }

  @Test
  void unknownVersionsAreOrdinaryFiles() throws IOException {
    byte[] content = "1\n0\n".getBytes(ISO_8859_1);
    assertArrayEquals(
        content,
        Files.readAllBytes(unpacked(pax("GNU.sparse.major=2 GNU.sparse.minor=0", content))));
  }

  private Path unpacked(byte[] archive) throws IOException {
    Path file = temp.resolve("file");
    Files.deleteIfExists(file);
    unpack(archive);
    return file;
  }

  private void unpack(byte[] archive) throws IOException {
    ArchiveTarget.unpack(
        new ByteArrayInputStream(archive),
        new ArchiveTarget.Request("data", temp.toString(), "file", false, false),
        any -> {},
        any -> {});
  }

  private static byte[] content(TarInput in) throws IOException {
    ByteArrayOutputStream content = new ByteArrayOutputStream();
    byte[] buffer = new byte[1000];
    for (int n = in.read(buffer); n > 0; n = in.read(buffer)) {
      content.write(buffer, 0, n);
    }
    return content.toByteArray();
  }

  private static byte[] stored(String name, byte[] content) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    TarOutput tar = new TarOutput(bytes);
    put(tar, name, content);
    tar.finish();
    return bytes.toByteArray();
  }

  private static void put(TarOutput tar, String name, byte[] content) throws IOException {
    TarEntry entry =
        new TarEntry(
            name, TarEntry.Kind.FILE, 0644, 0, 0, content.length, 1, "", TarEntry.Device.NONE);
    tar.put(entry);
    tar.write(content, content.length);
    tar.endContent(entry);
  }

  /** Returns an archive of one file, with records such as {@code GNU.sparse.size=1}. */
  private static byte[] pax(String records, byte[] content) throws IOException {
    StringBuilder text = new StringBuilder();
    for (String record : records.split(" ", -1)) {
      int length = record.length() + 2;
      int whole = length + Integer.toString(length + 2).length();
      text.append(whole).append(' ').append(record).append('\n');
    }
    byte[] header = stored("x", text.toString().getBytes(ISO_8859_1));
    header[TarHeader.TYPE] = 'x';
    byte[] sum = new byte[8];
    Arrays.fill(sum, (byte) ' ');
    System.arraycopy(sum, 0, header, TarHeader.CHECKSUM.offset(), 8);
    String digits = Integer.toOctalString(TarHeader.sum(header, 0xff));
    TarHeader.CHECKSUM.put(header, "0".repeat(6 - digits.length()) + digits + "\0 ");
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    bytes.write(header, 0, header.length - 2 * TarHeader.BLOCK);
    bytes.write(stored("data", content));
    return bytes.toByteArray();
  }
}
