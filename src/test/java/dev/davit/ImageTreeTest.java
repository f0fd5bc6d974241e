package dev.davit;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * Compares what {@code images --tree} writes to terminals of several widths, colors included, with
 * {@code screens/tree-*.txt}: {@code -Dtarget=docker -Drecord=true} records docker's. The file of
 * control characters is davit's, as docker prints these unchanged. In the files ␛ is ESC.
 */
@Tag("pty")
final class ImageTreeTest {
  private static final Path FILES = Path.of("src/test/resources/screens");

  private static final String PLATFORMS =
      """
      [{"ID":"sha256:aaaaaaaaaaaaaaaa","Available":true,"Size":{"Content":1000,"Total":3000},
      "Kind":"image","ImageData":{"Platform":{"os":"linux","architecture":"amd64"},
      "Containers":["c"]}},
      {"ID":"sha256:bbbb","Available":false,"Size":{"Content":2000,"Total":2000},"Kind":"image",
      "ImageData":{"Platform":{"os":"linux","architecture":"arm64","variant":"v8"}}}]""";

  private static final String IMAGES =
      """
      [{"Id":"sha256:1111","Created":3,"Size":123456789,"Manifests":PLATFORMS,
      "RepoTags":["app:1","registry.example:5000/a/team/with/a/long/name:latest",
      "registry.example:5000/a/team/with/a/longer/name:latest"]},
      {"Id":"sha256:2222","Created":2,"Size":5,"Containers":1,"RepoTags":["single:latest"]},
      {"Id":"sha256:3333","Created":1,"Size":5}]"""
          .replace("PLATFORMS", PLATFORMS);

  private static final String EVIL =
      "[{\"Id\":\"\\u001b[2J\",\"RepoTags\":[\"a\\u0007\",\"b\\u009b1m\"],\"Manifests\":PLATFORMS}]"
          .replace("PLATFORMS", PLATFORMS.replace("linux", "\\u001b[1m"));

  @TempDir Path folder;

  @TestFactory
  Stream<DynamicTest> widths() {
    return Stream.of(140, 80, 50, 32, 10)
        .map(
            width ->
                DynamicTest.dynamicTest("" + width, () -> check("tree-" + width, width, IMAGES)));
  }

  @TestFactory
  Stream<DynamicTest> controlCharacters() {
    return Target.isDocker()
        ? Stream.of()
        : Stream.of(DynamicTest.dynamicTest("evil", () -> check("tree-evil", 80, EVIL)));
  }

  private void check(String name, int width, String images) throws IOException {
    Path file = FILES.resolve(name + ".txt");
    String shown = shown(width, images);
    if (Boolean.getBoolean("record")) {
      Files.writeString(file, shown);
    }
    assertEquals(Files.readString(file), shown);
  }

  private String shown(int width, String images) throws IOException {
    try (FakeEngine engine = FakeEngine.onUnix().api("1.50");
        Pseudoterminal terminal = new Pseudoterminal(24, width)) {
      engine.on("GET /images/json", "200 " + images.replace("\\", "\\\\").replace("\n", ""));
      Process process =
          terminal.start(
              List.of("/bin/sh", "-c", "docker images --tree -a; echo END"),
              Target.linked().environment(engine.address(), folder),
              folder);
      terminal.await("END\r\n");
      assertEquals(0, Pseudoterminal.exitCode(process));
      return terminal.shown().replace("END\r\n", "").replace("\r\n", "\n").replace("\u001b", "␛");
    }
  }
}
