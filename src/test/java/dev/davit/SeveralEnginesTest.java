package dev.davit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.davit.Target.Result;
import dev.davit.cli.Verbs;
import dev.davit.context.ContextMeta;
import dev.davit.context.ContextStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** Runs commands on several scripted engines: side by side, in order, and with one that fails. */
@Tag("commands")
final class SeveralEnginesTest {
  /** Command lines that run on several engines; each is tried with an engine that goes away. */
  private static final List<String> LINES =
      List.of(
          "ps --contexts %s",
          "images --contexts %s",
          "info --contexts %s",
          "version --contexts %s",
          "system df --contexts %s",
          "top --contexts %s a",
          "stats --contexts %s --no-stream a",
          "inspect --contexts %s a",
          "container inspect --contexts %s a",
          "logs --contexts %s a",
          "events --contexts %s",
          "start --contexts %s a",
          "stop --contexts %s a",
          "restart --contexts %s a",
          "kill --contexts %s a",
          "rm --contexts %s a",
          "exec --contexts %s a ls",
          "pull --contexts %s busybox",
          "cp --contexts %s file a:/",
          "container prune --contexts %s -f",
          "image prune --contexts %s -f",
          "network prune --contexts %s -f",
          "volume prune --contexts %s -f",
          "system prune --contexts %s -f",
          "builder prune --contexts %s -f");

  /** The header of a directory in a container: {@code {"name":"/","mode":2147484141}}. */
  private static final String STAT = "eyJuYW1lIjoiLyIsIm1vZGUiOjIxNDc0ODQxNDF9";

  private final List<FakeEngine> engines = new ArrayList<>();

  @TempDir Path folder;

  @AfterEach
  void stop() throws IOException {
    for (FakeEngine each : engines) {
      each.close();
    }
  }

  private FakeEngine engine(String name) throws IOException {
    FakeEngine engine = FakeEngine.onUnix();
    engines.add(engine);
    new ContextStore(folder)
        .put(ContextMeta.of(name, new ContextMeta.Endpoint(engine.address(), false)));
    return engine;
  }

  private static FakeEngine withContainer(FakeEngine engine, String name) {
    String container = "{\"Id\":\"" + FakeEngine.ID + "\",\"Names\":[\"/" + name + "\"]}";
    return engine.usually("GET /containers/json", "200 [" + container + "]");
  }

  private Result run(String line) throws IOException {
    List<String> words = new ArrayList<>(List.of("docker"));
    words.addAll(List.of(line.split(" ", -1)));
    Map<String, String> env =
        Map.of("DOCKER_CONFIG", folder.toString(), "PATH", System.getenv("PATH"));
    return Target.command(words, env, new byte[0], folder);
  }

  @Test
  void allAreAskedAtOnce() throws IOException {
    int count = 20;
    CountDownLatch asked = new CountDownLatch(count);
    FakeAnswer none = FakeAnswer.parse("200 []");
    for (int i = 0; i < count; i++) {
      engine("e" + i)
          .on(
              "GET /containers/json",
              exchange -> {
                asked.countDown();
                assertTrue(asked.await(FakeEngine.LIMIT_SECONDS, TimeUnit.SECONDS));
                none.give(exchange);
              });
    }
    Result result = run("ps --contexts e* --deadline 20s");
    assertEquals(0, result.exitCode(), result.toString());
  }

  @Test
  void theOrderIsThatOfTheContexts() throws IOException {
    CountDownLatch later = new CountDownLatch(1);
    FakeAnswer first = FakeAnswer.parse("200 [{\"Id\":\"1\",\"Names\":[\"/x\"]}]");
    FakeAnswer second = FakeAnswer.parse("200 [{\"Id\":\"2\",\"Names\":[\"/y\"]}]");
    engine("aa")
        .on(
            "GET /containers/json",
            exchange -> {
              assertTrue(later.await(FakeEngine.LIMIT_SECONDS, TimeUnit.SECONDS));
              first.give(exchange);
            });
    engine("bb")
        .on(
            "GET /containers/json",
            exchange -> {
              second.give(exchange);
              later.countDown();
            });
    assertEquals(new Result("aa/1\nbb/2\n", "", 0), run("ps -q --contexts aa,bb"));
  }

  @Test
  void logsThatEndAreInTheOrderOfTheContexts() throws IOException {
    CountDownLatch later = new CountDownLatch(1);
    FakeAnswer first = FakeAnswer.parse("200\nframe 1 2026-11-01T00:00:00.000000002Z first\\n");
    FakeAnswer second = FakeAnswer.parse("200\nframe 1 2026-11-01T00:00:00.000000001Z second\\n");
    String container = "200 {\"Id\":\"" + FakeEngine.ID + "\",\"Name\":\"/c\",\"Config\":{}}";
    engine("aa")
        .usually("GET /containers/*/json", container)
        .on(
            "GET /containers/*/logs",
            exchange -> {
              assertTrue(later.await(FakeEngine.LIMIT_SECONDS, TimeUnit.SECONDS));
              first.give(exchange);
            });
    engine("bb")
        .usually("GET /containers/*/json", container)
        .on(
            "GET /containers/*/logs",
            exchange -> {
              second.give(exchange);
              later.countDown();
            });
    assertEquals(
        new Result("aa/c | first\nbb/c | second\n", "", 0), run("logs --contexts aa,bb c"));
  }

  @Test
  void anEngineThatDoesNotAnswerMeetsTheDeadline() throws IOException {
    withContainer(engine("aa"), "x");
    engine("bb").on("GET /containers/json", "stall");
    engine("cc").on("* /_ping", "stall");
    withContainer(engine("dd"), "y");
    assertEquals(
        new Result(
            "HOST      NAMES\naa        x\ndd        y\n",
            """
            bb: the engine did not answer GET /containers/json within 3s (--deadline)
            cc: the engine did not answer HEAD /_ping within 3s (--deadline)
            """,
            1),
        run("ps --contexts aa,bb,cc,dd --deadline 3s --columns Names"));
  }

  @Test
  void aChangeMayTakeLonger() throws IOException {
    FakeAnswer done = FakeAnswer.parse("204");
    engine("aa")
        .on(
            "POST /containers/a/kill",
            exchange -> {
              Thread.sleep(2500);
              done.give(exchange);
            });
    assertEquals(new Result("aa/a\n", "", 0), run("kill a --contexts aa --deadline 2s"));
  }

  @Test
  void theHighestExitCodeCounts() throws IOException {
    for (int code : List.of(3, 7, 0)) {
      engine("e" + code)
          .on("GET /exec/*/json", "200 {\"Running\":false,\"ExitCode\":" + code + "}")
          .usually("GET /containers/a/json", "200 {\"Id\":\"a\"}")
          .usually("POST /containers/a/exec", "201 {\"Id\":\"e\"}")
          .usually("POST /exec/*/start", "101\nframe 1 out\\n");
    }
    Result result = run("exec --contexts e3,e7,e0 a ls");
    assertEquals(7, result.exitCode(), result.toString());
    assertEquals(
        "e0 | out\ne3 | out\ne7 | out",
        result.out().lines().sorted().collect(Collectors.joining("\n")));
  }

  @Test
  void aNameWithAContextIsAskedForThere() throws IOException {
    engine("aa").on("POST /containers/x/kill", "204");
    engine("bb").on("POST /containers/x/kill", "204").on("POST /containers/y/kill", "204");
    assertEquals(new Result("aa/x\nbb/x\nbb/y\n", "", 0), run("--context aa kill aa/x bb/x bb/y"));
  }

  /** A link's name, {@code aa/x}, is a container of the current engine. */
  @Test
  void anExactNameTakesPrecedence() throws IOException {
    engine("aa")
        .on("GET /containers/aa/x/json", "200 {\"Id\":\"1\",\"Name\":\"/c\"}")
        .on("POST /containers/aa/x/kill", "204");
    assertEquals(new Result("aa/x\n", "", 0), run("--context aa kill aa/x"));
  }

  @ParameterizedTest
  @FieldSource("LINES")
  void oneThatGoesAwayLeavesTheOthers(String line) throws IOException {
    Files.writeString(folder.resolve("file"), "text");
    answer(engine("aa"));
    answer(engine("cc"));
    FakeEngine lost = engine("bb");
    for (String route : List.of("* /*", "* /*/*", "* /*/*/*")) {
      lost.usually(route, "cut");
    }
    lost.usually("* /_ping", FakeEngine.ping("1.41"));
    Result two = run(line.formatted("aa,cc"));
    Result three = run(line.formatted("aa,bb,cc"));
    assertEquals(0, two.exitCode(), two.toString());
    assertEquals(sorted(two.out(), "bb | "), sorted(three.out(), "bb | "));
    assertEquals(sorted(two.err(), "bb: "), sorted(three.err(), "bb: "));
    assertTrue(three.err().contains("bb: "), three.toString());
    assertEquals(1, three.exitCode(), three.toString());
  }

  /** Returns the lines but those of one engine. */
  private static List<String> sorted(String lines, String but) {
    return lines.lines().filter(line -> !line.startsWith(but)).sorted().toList();
  }

  private static void answer(FakeEngine engine) {
    withContainer(engine, "a")
        .usually(
            "GET /containers/*/json",
            "200 {\"Id\":\"a\",\"Name\":\"/a\",\"Config\":{},\"HostConfig\":{},\"State\":{}}")
        .usually("GET /containers/*/top", "200 {\"Titles\":[\"PID\"],\"Processes\":[[\"1\"]]}")
        .usually("GET /containers/*/stats", "200 {\"name\":\"/a\",\"id\":\"a\"}")
        .usually("GET /containers/*/logs", "200\nframe 1 2026-11-01T00:00:00.000000001Z line\\n")
        .usually("GET /events", "200 {\"Type\":\"container\",\"Action\":\"start\"}")
        .usually("GET /images/json", "200 [{\"Id\":\"sha256:a\",\"RepoTags\":[\"a:b\"]}]")
        .usually("GET /info", "200 {\"ID\":\"x\"}")
        .usually("GET /version", "200 {\"Version\":\"1\"}")
        .usually("GET /system/df", "200 {}")
        .usually("POST /containers/a/exec", "201 {\"Id\":\"e\"}")
        .usually("POST /exec/*/start", "101\nframe 1 out\\n")
        .usually("GET /exec/*/json", "200 {\"Running\":false,\"ExitCode\":0}")
        .usually("POST /images/create", "200 {\"status\":\"Pull complete\"}")
        .usually("HEAD /containers/*/archive", "200\nheader X-Docker-Container-Path-Stat: " + STAT)
        .usually("PUT /containers/*/archive", "200")
        .usually("POST /containers/prune", "200 {}")
        .usually("POST /images/prune", "200 {}")
        .usually("POST /networks/prune", "200 {}")
        .usually("POST /volumes/prune", "200 {}")
        .usually("POST /build/prune", "200 {}");
  }

  @Test
  void everyLineIsTried() {
    assertEquals(
        new TreeSet<>(Verbs.onSeveralEngines()), new TreeSet<>(Verbs.commands(LINES.stream())));
  }
}
