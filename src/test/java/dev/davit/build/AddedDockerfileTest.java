package dev.davit.build;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.davit.archive.TarEntry;
import dev.davit.archive.TarEntry.Device;
import dev.davit.archive.TarEntry.Kind;
import dev.davit.archive.TarInput;
import dev.davit.archive.TarOutput;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Checks the Dockerfile that is added to an archive, and its line in {@code .dockerignore}. */
final class AddedDockerfileTest {
  private final AddedDockerfile added =
      new AddedDockerfile("FROM a\n".getBytes(UTF_8), () -> Instant.ofEpochSecond(5));

  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

  /** Returns name, mode, time and content of each entry. */
  private List<String> entries() throws IOException {
    TarInput in = new TarInput(new ByteArrayInputStream(bytes.toByteArray()));
    List<String> entries = new ArrayList<>();
    for (TarEntry entry = in.next(); entry != null; entry = in.next()) {
      byte[] content = new byte[(int) entry.size()];
      int length = in.read(content);
      String text = new String(content, 0, Math.max(length, 0), UTF_8);
      String values = "%s %o %d %s".formatted(entry.name(), entry.mode(), entry.mtime(), text);
      entries.add(values.replace(added.name(), "ADDED").replace('\n', '|'));
    }
    return entries;
  }

  @Test
  void itsNameIsRandom() {
    assertTrue(added.name().matches("\\.dockerfile\\.[0-9a-f]{20}"), added.name());
  }

  @Test
  void aMissingDockerignoreIsCreated() throws IOException {
    TarOutput tar = new TarOutput(bytes);
    added.addTo(tar);
    tar.finish();
    assertEquals(
        List.of(".dockerignore 600 5 .dockerignore|ADDED|", "ADDED 600 5 FROM a|"), entries());
  }

  @Test
  void aDockerignoreGetsOneMoreLine() throws IOException {
    TarOutput tar = new TarOutput(bytes);
    TarEntry before = new TarEntry(".dockerignore", Kind.FILE, 0640, 0, 0, 1, 3, "", Device.NONE);
    added.addIgnoring(before, "x".getBytes(UTF_8), tar);
    added.addTo(tar);
    tar.finish();
    assertEquals(List.of(".dockerignore 640 3 x|ADDED|", "ADDED 600 5 FROM a|"), entries());
  }
}
