package dev.davit;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * Compares the screen of a pull, of archives, of builds and of live statistics, read by tmux, with
 * docker's in {@code screens}: {@code -Dtarget=docker -Drecord=true} records docker's.
 */
@Tag("pty")
final class ScreenTest {
  private static final Path FILES = Path.of("src/test/resources/screens");

  /** The number of equal reads before docker's screen is recorded. */
  private static final int LOOKS = 200;

  /**
   * The time between samples; docker considers a container gone after two seconds without a sample.
   */
  private static final int PERIOD_MILLIS = 500;

  /** Builds with a context of some megabytes. */
  private static final String BUILD =
      "mkdir c; echo FROM a >c/Dockerfile; head -c 9000000 /dev/zero >c/big;"
          + " DOCKER_BUILDKIT=0 docker build c 2>/dev/null";

  /** The messages of a build, which pulls an image, and whose step writes to standard error. */
  private static final List<String> MESSAGES =
      List.of(
          "{\"stream\":\"Step 1/2 : FROM a\\\\n\"}",
          "{\"status\":\"Pulling from library/a\",\"id\":\"latest\"}",
          layer("layer0", 1_000_000),
          layer("layer1", 500_000),
          "{\"status\":\"Pull complete\",\"progressDetail\":{},\"id\":\"layer0\"}",
          "{\"status\":\"Digest: sha256:0\"}",
          "{\"stream\":\" ---\\\\u003e 0\\\\nStep 2/2 : RUN x\\\\n\"}",
          "{\"stream\":\"\\\\u001b[91mred\\\\n\\\\u001b[0m\\\\ta\\\\rb\\\\n\"}",
          "{\"aux\":{\"ID\":\"sha256:0\"}}",
          "{\"stream\":\"Successfully built 0\\\\n\"}");

  @TempDir Path folder;

  /**
   * A line run in a terminal.
   *
   * @param name the file with the screen
   * @param type the value of {@code TERM}
   * @param shown the number of engine messages before it stops
   */
  private record Case(String name, int rows, int columns, String type, String line, int shown) {}

  @TestFactory
  Stream<DynamicTest> pulls() {
    int all = PullMessages.of(8).size();
    return Stream.of(
            new Case("pull-begins", 24, 130, "xterm", "docker run x", 12),
            new Case("pull-bars", 24, 130, "xterm", "docker run x", 33),
            new Case("pull-narrow", 24, 80, "xterm", "docker run x", 33),
            new Case("pull-dumb", 24, 130, "dumb", "docker run x", 33),
            new Case("pull-no-term", 24, 130, "", "docker run x", 33),
            new Case("pull-extracts", 24, 80, "xterm", "docker run x", 47),
            new Case("pull-ends", 24, 80, "xterm", "docker run x", all),
            new Case("pull-scrolls", 7, 80, "xterm", "docker run x", all),
            new Case("create", 24, 80, "linux", "docker create x", all),
            new Case("pull", 24, 130, "xterm", "docker pull x", 33),
            new Case("pull-and-end", 24, 80, "xterm", "docker image pull x", all))
        .map(each -> DynamicTest.dynamicTest(each.name(), () -> checkPull(each)));
  }

  private void checkPull(Case each) throws IOException {
    List<String> messages = PullMessages.of(8);
    List<String> steps = new ArrayList<>(List.of("200"));
    messages.stream().limit(each.shown()).forEach(m -> steps.add("body " + m + "\\r\\n"));
    List<String> creations = new ArrayList<>();
    creations.add("404 {\"message\":\"No such image: x:latest\"}");
    if (each.shown() < messages.size()) {
      steps.add("stall");
    } else {
      creations.add("500 {\"message\":\"refused\"}");
    }
    try (FakeEngine engine = FakeEngine.onUnix()) {
      engine
          .usually("POST /containers/create", creations.toArray(String[]::new))
          .on("POST /images/create", String.join("\n", steps));
      check(each, engine);
    }
  }

  @TestFactory
  Stream<DynamicTest> archives() {
    String load = "docker load </dev/null";
    String url = "docker import http://host/a.tar";
    return Stream.of(
            new Case("load-bars", 24, 130, "xterm", load, 4),
            new Case("load-narrow", 24, 80, "xterm", load, 4),
            new Case("load-ends", 24, 80, "xterm", load, 7),
            new Case("import-url", 24, 80, "xterm", url, 2),
            new Case("import-ends", 24, 80, "xterm", url, 3))
        .map(each -> DynamicTest.dynamicTest(each.name(), () -> checkArchive(each)));
  }

  private void checkArchive(Case each) throws IOException {
    boolean loads = each.name().startsWith("load");
    List<String> messages =
        loads
            ? List.of(
                layer("layer0", 1_000_000),
                layer("layer0", 2_000_000),
                layer("layer1", 32_768),
                layer("layer1", 1_500_000),
                layer("layer1", 2_000_000),
                "{\"stream\":\"Loaded image: a:1\\\\n\"}",
                "{\"stream\":\"Loaded image: b:1\\\\n\"}")
            : List.of(
                "{\"status\":\"Downloading from http://host/a.tar\"}",
                "{\"status\":\"Importing\",\"progressDetail\":{\"current\":1000,\"total\":2000}}",
                "{\"status\":\"sha256:" + "0".repeat(64) + "\"}");
    StringBuilder steps = new StringBuilder("200\nheader Content-Type: application/json");
    messages.stream().limit(each.shown()).forEach(m -> steps.append("\nbody ").append(m));
    if (each.shown() < messages.size()) {
      steps.append("\nstall");
    }
    try (FakeEngine engine = FakeEngine.onUnix()) {
      engine.on(loads ? "POST /images/load" : "POST /images/create", steps.toString());
      check(each, engine);
    }
  }

  private static String layer(String id, int current) {
    return "{\"status\":\"Loading layer\",\"progressDetail\":{\"current\":%d,\"total\":2000000},\"id\":\"%s\"}"
        .formatted(current, id);
  }

  @TestFactory
  Stream<DynamicTest> builds() {
    return Stream.of(
            new Case("build-pulls", 24, 80, "xterm", BUILD, 4),
            new Case("build-ends", 24, 80, "xterm", BUILD, MESSAGES.size()))
        .map(each -> DynamicTest.dynamicTest(each.name(), () -> checkBuild(each)));
  }

  private void checkBuild(Case each) throws IOException {
    StringBuilder steps = new StringBuilder("200\nheader Content-Type: application/json");
    MESSAGES.stream().limit(each.shown()).forEach(m -> steps.append("\nbody ").append(m));
    if (each.shown() < MESSAGES.size()) {
      steps.append("\nstall");
    }
    try (FakeEngine engine = FakeEngine.onUnix().on("POST /build", steps.toString())) {
      check(each, engine);
    }
  }

  @TestFactory
  Stream<DynamicTest> statistics() {
    return Stream.of(
            new Case("stats", 24, 100, "xterm", "docker stats a b c", 3),
            new Case("stats-dumb", 24, 100, "dumb", "docker stats a b c", 3),
            new Case("stats-narrow", 24, 70, "", "docker stats a b c", 3))
        .map(each -> DynamicTest.dynamicTest(each.name(), () -> checkStatistics(each)));
  }

  /** Sends a long row for each container first, then shorter rows. */
  private void checkStatistics(Case each) throws IOException {
    try (FakeEngine engine = FakeEngine.onUnix()) {
      for (String id : List.of("a", "b", "c")) {
        byte[] large = sample(id, id.repeat(20), 999_000_000, 1000);
        byte[] small = sample(id, id, 1000, 1);
        engine.on(
            "GET /containers/" + id + "/stats",
            exchange -> {
              exchange.head(200, List.of(), -1);
              exchange.body(large);
              while (true) {
                Thread.sleep(PERIOD_MILLIS);
                exchange.body(small);
              }
            });
      }
      check(each, engine);
    }
  }

  private static byte[] sample(String id, String name, int memory, int pids) {
    return ("{\"id\":\"%s\",\"name\":\"/name-%s\",\"memory_stats\":{\"usage\":%d,"
            + "\"limit\":2000000000},\"pids_stats\":{\"current\":%d}}\n")
        .formatted(id, name, memory, pids)
        .getBytes(UTF_8);
  }

  private void check(Case each, FakeEngine engine) throws IOException {
    Path file = FILES.resolve(each.name() + ".txt");
    Target target = Target.linked();
    Path cwd = Files.createTempDirectory(folder, "cwd");
    Map<String, String> env = new HashMap<>(target.environment(Reach.of(engine.address()), cwd));
    try (Tmux terminal =
        new Tmux(each.rows(), each.columns(), each.type(), each.line(), env, cwd)) {
      if (Boolean.getBoolean("record")) {
        Files.writeString(file, settled(terminal));
      }
      String wanted = Files.readString(file);
      assertEquals(lines(wanted), lines(terminal.awaitScreen(wanted)));
    }
  }

  private static String settled(Tmux terminal) throws IOException {
    String screen = terminal.screen();
    for (int i = 0; i < LOOKS; i++) {
      Await.pause();
      String now = terminal.screen();
      i = now.equals(screen) ? i : 0;
      screen = now;
    }
    return screen;
  }

  private static List<String> lines(String text) {
    return Arrays.asList(text.split("\n", -1));
  }
}
