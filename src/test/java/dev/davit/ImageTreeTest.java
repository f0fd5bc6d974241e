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
 * Compares what {@code images --tree} and {@code --layout collapsed} write to terminals of several
 * widths, colors included, with {@code screens/tree-*.txt} and {@code collapsed-*.txt}: {@code
 * -Dtarget=docker -Drecord=true} records docker's trees. The collapsed lists and the files of
 * control characters are davit's, as docker 28 lacks the one and prints the other unchanged. In the
 * files ␛ is ESC.
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

  /** Control characters besides a valid name, without which the collapsed list has no line. */
  private static final String EVIL_ID = EVIL.replace("a\\u0007", "a:1");

  @TempDir Path folder;

  private static final String TREE = "docker images --tree -a";
  private static final String COLLAPSED = "docker images --layout collapsed -a";

  @TestFactory
  Stream<DynamicTest> trees() {
    return Stream.of(140, 80, 50, 32, 10).map(width -> test("tree-" + width, TREE, width, IMAGES));
  }

  @TestFactory
  Stream<DynamicTest> extensions() {
    return Target.isDocker()
        ? Stream.of()
        : Stream.of(
            test("tree-evil", TREE, 80, EVIL),
            test("collapsed-140", COLLAPSED, 140, IMAGES),
            test("collapsed-80", COLLAPSED, 80, IMAGES),
            test("collapsed-32", COLLAPSED, 32, IMAGES),
            test("collapsed-10", COLLAPSED, 10, IMAGES),
            test("collapsed-no-color", "NO_COLOR=1 " + COLLAPSED, 80, IMAGES),
            test("collapsed-evil", COLLAPSED, 80, EVIL_ID));
  }

  private DynamicTest test(String name, String line, int width, String images) {
    return DynamicTest.dynamicTest(
        name,
        () -> {
          Path file = FILES.resolve(name + ".txt");
          String shown = shown(line, width, images);
          if (Boolean.getBoolean("record")) {
            Files.writeString(file, shown);
          }
          assertEquals(Files.readString(file), shown);
        });
  }

  private String shown(String line, int width, String images) throws IOException {
    try (FakeEngine engine = FakeEngine.onUnix().api("1.50");
        Pseudoterminal terminal = new Pseudoterminal(24, width)) {
      engine.on("GET /images/json", "200 " + images.replace("\\", "\\\\").replace("\n", ""));
      Process process =
          terminal.start(
              List.of("/bin/sh", "-c", line + "; echo END"),
              Target.linked().environment(engine.address(), folder),
              folder);
      terminal.await("END\r\n");
      assertEquals(0, Pseudoterminal.exitCode(process));
      return terminal.shown().replace("END\r\n", "").replace("\r\n", "\n").replace("\u001b", "␛");
    }
  }
}
