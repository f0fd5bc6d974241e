package dev.davit.create;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.davit.engine.http.EngineException;
import dev.davit.engine.model.ContainerSpec;
import dev.davit.engine.model.Mount;
import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

final class MissingImageTest {
  /** Tests messages of real engines. */
  @TestFactory
  Stream<DynamicTest> readsWhatEnginesAnswer() throws IOException {
    try (var table = MissingImageTest.class.getResourceAsStream("/session/create-not-found.tsv")) {
      return new String(table.readAllBytes(), UTF_8)
          .lines()
          .filter(line -> !line.startsWith("# "))
          .map(line -> line.split("\t", -1))
          .map(row -> DynamicTest.dynamicTest(row[1] + ": " + row[3], () -> assertRow(row)));
    }
  }

  @Test
  void needsNotFound() {
    EngineException conflict = new EngineException(409, "No such image: busybox:latest");
    assertFalse(MissingImage.isPossible(conflict, spec("busybox")));
  }

  private static void assertRow(String[] row) {
    EngineException failure = new EngineException(404, row[3]);
    assertEquals(row[2].equals("pull"), MissingImage.isPossible(failure, spec(row[1])));
  }

  /**
   * Creates a spec from the arguments of {@code create} that matter here: the image and a mounted
   * image.
   */
  private static ContainerSpec spec(String words) {
    ContainerSpec spec = new ContainerSpec();
    spec.config.image = words.substring(words.lastIndexOf(' ') + 1);
    String mounted = "--mount type=image,source=";
    if (words.startsWith(mounted)) {
      Mount mount = new Mount();
      mount.type = "image";
      mount.source = words.substring(mounted.length(), words.indexOf(",target"));
      spec.hostConfig.mounts = List.of(mount);
    }
    return spec;
  }
}
