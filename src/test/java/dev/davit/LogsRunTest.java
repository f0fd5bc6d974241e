package dev.davit;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.davit.Target.Result;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The logs of one run of a container. */
final class LogsRunTest {
  private static final String EVENTS = "GET /events";
  private static final long BEGIN = 1_767_225_600_000_000_000L; // 2026-01-01

  @TempDir Path folder;

  @Test
  void runs() throws IOException {
    String create = "{\"Action\":\"create\",\"Actor\":{\"ID\":\"aaaa\"},\"time\":1767225600}";
    String die = "{\"Action\":\"die\",\"Actor\":{\"ID\":\"aaaa\"},\"timeNano\":%d}";
    String first = die.formatted(BEGIN + 7);
    String second = die.formatted(BEGIN + 9);
    String third = die.formatted(BEGIN + 11); // of the last run
    assertEquals("", run("current", true, create));
    assertEquals("since=1767225600.000000008", run("current", true, create, first));
    assertEquals("until=1767225600.000000007", run("previous", true, create, first));
    assertEquals("since=1767225600.000000010", run("current", false, create, first, second, third));
    assertEquals(
        "since=1767225600.000000008&until=1767225600.000000009",
        run("-1", false, create, first, second, third));
    assertEquals("until=1767225600.000000007", run("2", true, create, first, second));
    assertEquals("since=1767225599.750000005", run("0", true));
    assertEquals("container web had fewer runs: --run 2", run("2", true, create, first));
    assertEquals(
        "the engine's events do not reach back to this run of web: --run 1", run("1", true, first));
  }

  @Test
  void aRunUntilATime() throws IOException {
    String create = "{\"Action\":\"create\",\"Actor\":{\"ID\":\"aaaa\"},\"time\":1767225600}";
    String die =
        "{\"Action\":\"die\",\"Actor\":{\"ID\":\"aaaa\"},\"timeNano\":1767225600000000007}";
    assertEquals(
        "since=1767225600.000000008&until=1767225700",
        run("current --until 1767225700", true, create, die));
    assertEquals(
        "until=1767225600.000000007", run("previous --until 1767225700", true, create, die));
    assertEquals("until=1767225599", run("previous --until 1767225599", true, create, die));
  }

  /** The engine counts lines from the end of the whole log, also those of later runs. */
  @Test
  void linesFromTheEndOfARun() throws IOException {
    String create = "{\"Action\":\"create\",\"Actor\":{\"ID\":\"aaaa\"},\"time\":1767225600}";
    String die =
        "{\"Action\":\"die\",\"Actor\":{\"ID\":\"aaaa\"},\"timeNano\":1767225603000000000}";
    try (FakeEngine engine =
        FakeEngine.onUnix()
            .on(EVENTS, "200 " + create + die)
            .on(
                "GET /containers/web/json",
                LogHistory.details(
                    "aaaa", "web", true, "2026-01-01T00:00:04Z", "2026-01-01T00:00:03Z"))
            .on("GET /containers/aaaa/logs", LogsRunTest::untilFirstRun)) {
      Result result = LogHistory.davit(engine, folder, "logs --run previous --tail 1 web");
      assertEquals("two\n", result.out());
    }
  }

  /** Podman ends its events at the end of the period, whether it has read them or not. */
  @Test
  void theEndOfThePeriodHasNotPassedForPodman() throws IOException {
    String create = "{\"Action\":\"create\",\"Actor\":{\"ID\":\"aaaa\"},\"time\":1767225600}";
    String die = "{\"Action\":\"die\",\"Actor\":{\"ID\":\"aaaa\"},\"timeNano\":%d}";
    long started = BEGIN + 10;
    try (FakeEngine engine =
        FakeEngine.onUnix()
            .on("HEAD /_ping", FakeEngine.ping("1.41") + "\nheader Libpod-Api-Version: 5.4.2")
            .on(EVENTS, "200 " + create + die.formatted(BEGIN + 7) + die.formatted(started + 1))
            .on(
                "GET /containers/web/json",
                LogHistory.details(
                    "aaaa",
                    "web",
                    false,
                    "2026-01-01T00:00:00.000000010Z",
                    "2026-01-01T00:00:00.000000011Z"))
            .on("GET /containers/aaaa/logs", "200 ")) {
      long before = System.currentTimeMillis();
      assertEquals(0, LogHistory.davit(engine, folder, "logs --run previous web").exitCode());
      String until = engine.sent(EVENTS).query().replaceFirst(".*&until=", "");
      assertTrue(Double.parseDouble(until) * 1000 >= before + 500, until);
      assertTrue(
          engine.sent("GET /containers/aaaa/logs").query().endsWith("until=1767225600.000000007"));
    }
  }

  /** Lines are counted, and then printed: a line that is written in between is not printed. */
  @Test
  void aLineThatIsWrittenWhileLinesAreCounted() throws IOException {
    String one = "200\nframe 1 2026-01-01T00:00:01Z one\\n";
    try (FakeEngine engine =
        FakeEngine.onUnix()
            .on("GET /containers/web/json", LogHistory.details("aaaa", "web", true))
            .on(
                "GET /containers/aaaa/logs",
                one,
                one + "\nframe 1 2026-01-01T00:00:01.000000001Z two\\n")) {
      assertEquals("one\n", LogHistory.davit(engine, folder, "logs --tail 1 --grep . web").out());
    }
  }

  /** Answers as an engine does, which counts the lines of the whole log. */
  private static void untilFirstRun(FakeExchange exchange) throws IOException {
    List<String> log =
        List.of(
            "2026-01-01T00:00:01Z one\n", "2026-01-01T00:00:02Z two\n", "2026-01-01T00:00:05Z 3\n");
    exchange.head(200, List.of(), -1);
    for (int i = exchange.request().query().contains("tail=1") ? 2 : 0; i < 2; i++) {
      exchange.frame(1, log.get(i).getBytes(UTF_8));
    }
  }

  /** Returns the period that is requested, or the message. */
  private String run(String run, boolean running, String... events) throws IOException {
    try (FakeEngine engine =
        FakeEngine.onUnix()
            .on(EVENTS, "200 " + String.join("\\n", events))
            .on(
                "GET /containers/web/json",
                LogHistory.details(
                    "aaaa",
                    "web",
                    running,
                    "2026-01-01T00:00:00.000000010Z",
                    running ? "2025-12-31T23:59:59.5Z" : "2026-01-01T00:00:00.000000011Z"))
            .usually("GET /containers/aaaa/logs", "200 ")) {
      Result result = LogHistory.davit(engine, folder, "logs --run " + run + " web");
      assertTrue(engine.sent(EVENTS).query().contains("&until=1767225600.000000010"));
      return result.exitCode() == 0
          ? engine
              .sent("GET /containers/aaaa/logs")
              .query()
              .replaceAll("&?(stderr|stdout|tail|timestamps)=\\w+", "")
              .replaceFirst("^&", "")
          : result.err().strip();
    }
  }
}
