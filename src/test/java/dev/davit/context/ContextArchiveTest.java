package dev.davit.context;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.davit.archive.TarEntry;
import dev.davit.archive.TarEntry.Kind;
import dev.davit.archive.TarOutput;
import dev.davit.context.ContextArchive.Content;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;

/** Tests archives of contexts, including malicious ones. */
final class ContextArchiveTest {
  private static final String META =
      "{\"Name\":\"n\",\"Endpoints\":{\"docker\":{\"Host\":\"tcp://a\"}}}";

  @Test
  void whatIsWrittenIsRead() throws IOException {
    byte[] archive = written();
    assertEquals(0, archive.length % 512);
    assertEquals("{docker={ca.pem=CA, key.pem=KEY}, other={x=}}", shown(read(archive).tls()));
    assertEquals(
        "{\"Name\":\"n\",\"Endpoints\":{\"docker\":{\"Host\":\"tcp://a\"}}}",
        read(archive).context().json());
  }

  /** docker's archives end after the last byte of the last file. */
  @Test
  void anArchiveNeedsNoEnd() throws IOException {
    byte[] archive = written();
    int end = archive.length - 1024;
    assertEquals(
        "{docker={ca.pem=CA, key.pem=KEY}, other={x=}}",
        shown(read(Arrays.copyOf(archive, end)).tls()));
    assertEquals("n", read(Arrays.copyOf(archive, end + 512)).context().name());
    byte[] one = tar(Map.of("meta.json", META));
    int content = 512 + META.length();
    assertEquals("n", read(Arrays.copyOf(one, content)).context().name());
    assertEquals("unexpected EOF", refusal(Arrays.copyOf(one, content - 1)));
    assertEquals("unexpected EOF", refusal(Arrays.copyOf(one, 100)));
  }

  @Test
  void aZipIsReadAsWell() throws IOException {
    Content content = read(zip(Map.of("meta.json", META, "tls/docker/ca.pem", "CA", "tls/", "")));
    assertEquals("{docker={ca.pem=CA}}", shown(content.tls()));
    assertEquals("invalid context: no metadata found", refusal(zip(Map.of("tls/docker/x", ""))));
    byte[] zip = zip(Map.of("meta.json", META));
    assertThrows(IOException.class, () -> read(Arrays.copyOf(zip, 60)));
    // truncated after a complete file, which looks like the end of a stream
    assertEquals("zip: not a valid zip file", refusal(Arrays.copyOf(zip, zip.length / 2 + 20)));
    assertEquals("zip: not a valid zip file", refusal(Arrays.copyOf(zip, zip.length - 1)));
    assertEquals("zip: not a valid zip file", refusal("PK\3\4".getBytes(UTF_8)));
  }

  @Test
  void pathsOutsideTheContextAreRefused() throws IOException {
    Map<String, String> refusals = new TreeMap<>();
    refusals.put("other", "other: unexpected context file");
    refusals.put("/etc/x", "/etc/x: unexpected context file");
    refusals.put("tls/../../x", "tls/../../x: unexpected path format");
    refusals.put("tls/docker/..", "tls/docker/..: unexpected path format");
    refusals.put("tls//x", "tls//x: unexpected path format");
    refusals.put("tls/docker/a\\b", "tls/docker/a\\b: unexpected '\\' in path");
    refusals.put("tls/x", "archive format is invalid");
    refusals.put("tls/docker/a/b", "archive format is invalid");
    for (Map.Entry<String, String> refusal : refusals.entrySet()) {
      Map<String, String> files = Map.of("meta.json", META, refusal.getKey(), "x");
      assertEquals(refusal.getValue(), refusal(tar(files)));
      assertEquals(refusal.getValue(), refusal(zip(files)));
    }
  }

  @Test
  void largeArchivesAreRefused() throws IOException {
    byte[] large = new byte[11 << 20];
    String limit = "read exceeds the defined limit";
    assertEquals(limit, refusal(large));
    assertEquals(limit, refusal(zip(Map.of("tls/docker/x", new String(large, ISO_8859_1)))));
    String half = new String(large, 0, 6 << 20, ISO_8859_1);
    assertEquals(limit, refusal(zip(Map.of("tls/docker/x", half, "tls/docker/y", half))));
  }

  private static byte[] written() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    Map<String, Map<String, byte[]>> tls = new TreeMap<>();
    tls.put(
        "docker",
        new TreeMap<>(Map.of("ca.pem", "CA".getBytes(UTF_8), "key.pem", "KEY".getBytes(UTF_8))));
    tls.put("other", Map.of("x", new byte[0]));
    ContextArchive.write(ContextMeta.of(META.getBytes(UTF_8)), tls, out);
    return out.toByteArray();
  }

  private static Content read(byte[] archive) throws IOException {
    return ContextArchive.read(new ByteArrayInputStream(archive));
  }

  private static String refusal(byte[] archive) {
    return String.valueOf(assertThrows(IOException.class, () -> read(archive)).getMessage());
  }

  private static String shown(Map<String, Map<String, byte[]>> tls) {
    Map<String, Map<String, String>> shown = new TreeMap<>();
    tls.forEach(
        (endpoint, files) -> {
          Map<String, String> texts = new TreeMap<>();
          files.forEach((name, content) -> texts.put(name, new String(content, UTF_8)));
          shown.put(endpoint, texts);
        });
    return shown.toString();
  }

  private static byte[] tar(Map<String, String> files) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    TarOutput tar = new TarOutput(out);
    for (String name : List.copyOf(new TreeMap<>(files).keySet())) {
      byte[] content = String.valueOf(files.get(name)).getBytes(UTF_8);
      TarEntry entry =
          new TarEntry(name, Kind.FILE, 0600, 0, 0, content.length, 0, "", TarEntry.Device.NONE);
      tar.put(entry);
      tar.write(content, content.length);
      tar.endContent(entry);
    }
    tar.finish();
    return out.toByteArray();
  }

  private static byte[] zip(Map<String, String> files) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(out)) {
      for (Map.Entry<String, String> file : files.entrySet()) {
        zip.putNextEntry(new ZipEntry(file.getKey()));
        zip.write(file.getValue().getBytes(UTF_8));
      }
    }
    return out.toByteArray();
  }
}
