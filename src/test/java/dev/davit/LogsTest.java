package dev.davit;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.davit.Target.Result;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Follows logs through restarts and re-creation, merges many, and takes times. */
final class LogsTest {
  private static final String EVENTS = "GET /events";
  private static final long SECOND = 1_000_000_000L;
  private static final long BEGIN = 1_767_225_600 * SECOND; // 2026-01-01

  @TempDir Path folder;

  private Result davit(FakeEngine engine, String line) throws IOException {
    return LogHistory.davit(engine, folder, line);
  }

  /**
   * A container is restarted 200 times; each stream ends early by a random number of lines, as if
   * the engine had lost them, and many lines have equal times.
   */
  @Test
  void noLineIsLostOrRepeatedBy200Restarts() throws IOException {
    Random random = new Random(1);
    LogHistory log = new LogHistory(BEGIN, random);
    StringBuilder events = new StringBuilder("200");
    List<String> starts = new ArrayList<>();
    for (int i = 0; i < 200; i++) {
      events.append("\nbody ").append(LogHistory.event("die", "aaaa", "web", i % 3));
      events.append("\nbody ").append(LogHistory.event("start", "aaaa", "web", 0));
      starts.add("--- web restarted (exit " + i % 3 + ") ---\n");
    }
    try (FakeEngine engine =
        FakeEngine.onUnix()
            .on(
                EVENTS,
                exchange -> {
                  FakeAnswer.parse(events.toString()).give(exchange);
                  log.awaitRequests(202); // the last one when all before were read
                })
            .on("GET /containers/web/json", LogHistory.details("aaaa", "web", true))
            .on("GET /containers/aaaa/logs", exchange -> log.growing(exchange, 201))) {
      Result result = davit(engine, "logs -F web");
      assertEquals(log.stdout(), result.out());
      List<String> notices =
          result.err().lines().filter(line -> line.startsWith("---")).map(l -> l + "\n").toList();
      assertEquals(String.join("", starts), String.join("", notices));
      String others =
          result
              .err()
              .lines()
              .filter(line -> !line.startsWith("---"))
              .map(l -> l + "\n")
              .collect(Collectors.joining());
      assertEquals(log.stderr() + "unexpected EOF\n", others);
      assertEquals(1, result.exitCode());
    }
  }

  @Test
  void anotherContainerOfTheNameIsFollowedFromItsBegin() throws IOException {
    try (FakeEngine engine =
        FakeEngine.onUnix()
            .on(
                EVENTS,
                "200\nbody "
                    + String.join(
                        "\nbody ",
                        LogHistory.event("start", "aaaa", "web", 0), // of the run that is followed
                        LogHistory.event("oom", "aaaa", "web", 0),
                        LogHistory.event("die", "aaaa", "web", 137),
                        LogHistory.event("destroy", "aaaa", "web", 0),
                        LogHistory.event("start", "cccc", "other", 0),
                        LogHistory.event("start", "bbbb", "web", 0),
                        LogHistory.event("start", "dddd", "web", 0))
                    + "\nawait GET /containers/dddd/json")
            .on("GET /containers/web/json", LogHistory.details("aaaa", "web", true))
            .on("GET /containers/bbbb/json", LogHistory.details("bbbb", "web", true))
            .on("GET /containers/dddd/json", "stall")
            .on(
                "GET /containers/aaaa/logs",
                "200\nframe 1 2026-01-01T00:00:01Z one\\n",
                "200\nframe 1 2026-01-01T00:00:01Z one\\n\nframe 1 2026-01-01T00:00:02Z two\\n")
            .on(
                "GET /containers/bbbb/logs",
                "200\nframe 1 2026-01-01T00:00:01Z three\\n\nframe 3 it broke")) {
      Result result = davit(engine, "logs --follow=name web");
      assertEquals("one\ntwo\nthree\n", result.out());
      assertEquals(
          """
          --- web re-created (exit 137, out of memory) ---
          error from daemon in stream: it broke
          --- web re-created ---
          unexpected EOF
          """,
          result.err());
    }
  }

  @Test
  void aNameThatNoContainerHasIsAwaited() throws IOException {
    try (FakeEngine engine =
        FakeEngine.onUnix()
            .on(
                EVENTS,
                "200\nbody "
                    + LogHistory.event("start", "aaaa", "web", 0)
                    + "\nbody "
                    + LogHistory.event("start", "dddd", "web", 0)
                    + "\nawait GET /containers/dddd/json")
            .on("GET /containers/dddd/json", "stall")
            .on("GET /containers/web/json", "404 {\"message\":\"No such container: web\"}")
            .on("GET /containers/json", "200 [{\"Id\":\"aaaa\",\"Names\":[\"/web\"]}]")
            .on("GET /containers/aaaa/json", LogHistory.details("aaaa", "web", true))
            .on("GET /containers/aaaa/logs", "200\nframe 1 2026-01-01T00:00:01Z one\\n")) {
      Result result = davit(engine, "logs -F web");
      assertEquals("one\n", result.out());
      assertEquals(
          """
          --- web does not exist ---
          --- web started ---
          --- web re-created ---
          unexpected EOF
          """,
          result.err());
    }
  }

  @Test
  void containersThatStartLaterJoin() throws IOException {
    try (FakeEngine engine =
        FakeEngine.onUnix()
            .on(
                EVENTS,
                "200\nbody "
                    + String.join(
                        "\nbody ",
                        LogHistory.event("start", "aaaa", "web-1", 0), // was listed
                        LogHistory.event("start", "cccc", "db", 0), // does not match
                        LogHistory.event("start", "bbbb", "web-2", 0),
                        LogHistory.event("start", "dddd", "web-2", 0),
                        LogHistory.event("start", "eeee", "web-1", 0))
                    + "\nawait GET /containers/dddd/json\nawait GET /containers/eeee/json")
            .on("GET /containers/json", exchange -> listed(exchange))
            .on("GET /containers/aaaa/json", LogHistory.details("aaaa", "web-1", true))
            .on("GET /containers/bbbb/json", LogHistory.details("bbbb", "web-2", true))
            .on("GET /containers/dddd/json", "stall")
            .on("GET /containers/eeee/json", "stall")
            .on(
                "GET /containers/aaaa/logs",
                "200\nframe 1 2026-01-01T00:00:01Z one\\n",
                "200\nframe 1 2026-01-01T00:00:01Z one\\n")
            .on("GET /containers/bbbb/logs", "200\nframe 1 2026-01-01T00:00:00Z two\\n")) {
      Result result = davit(engine, "logs -f web-* --filter label=x");
      assertEquals("web-1 | one\nweb-2 | two\n", result.out());
      assertEquals("unexpected EOF\n", result.err());
      List<String> routes = engine.requests().stream().map(FakeRequest::route).toList();
      assertTrue(routes.indexOf(EVENTS) < routes.indexOf("GET /containers/json"), "" + routes);
      assertEquals(2, routes.stream().filter("GET /containers/json"::equals).count());
    }
  }

  private static void listed(FakeExchange exchange) throws IOException {
    String id = exchange.request().query().contains("bbbb") ? "bbbb" : "aaaa";
    String name = id.equals("aaaa") ? "web-1" : "web-2";
    byte[] json = ("[{\"Id\":\"" + id + "\",\"Names\":[\"/" + name + "\"]}]").getBytes(UTF_8);
    exchange.head(200, List.of("Content-Type: application/json"), json.length);
    exchange.whole(json);
  }

  @Test
  void fiftyLogsAreMergedByTime() throws IOException {
    Random random = new Random(2);
    List<LogHistory> logs =
        IntStream.range(0, 50).mapToObj(i -> new LogHistory(BEGIN, random)).toList();
    try (FakeEngine engine = FakeEngine.onUnix()) {
      List<String> names = new ArrayList<>();
      List<String> lines = new ArrayList<>();
      for (int i = 0; i < 50; i++) {
        LogHistory log = logs.get(i);
        log.extend(100);
        engine.on("GET /containers/c" + i + "/json", LogHistory.details("c" + i, "c" + i, false));
        engine.on("GET /containers/c" + i + "/logs", log::answer);
        names.add("c" + i);
        lines.addAll(log.stamped());
      }
      Result result = davit(engine, "logs -t --prefix none --stdout " + String.join(" ", names));
      assertEquals(
          lines.stream().map(line -> line.substring(0, 30)).sorted().toList(),
          result.out().lines().map(line -> line.substring(0, 30)).toList());
      assertEquals(lines.stream().sorted().toList(), result.out().lines().sorted().toList());
    }
  }

  @Test
  void timesAsPeopleWriteThem() throws IOException {
    assertEquals("since=1767225600.000000000", since("yesterday"));
    assertEquals("since=1767310200.000000000", since("23:30"));
    assertEquals("since=1767308400", since("1h"));
  }

  private String since(String time) throws IOException {
    try (FakeEngine engine =
        FakeEngine.onUnix()
            .on("GET /containers/web/json", LogHistory.details("aaaa", "web", true))
            .on("GET /containers/aaaa/logs", "200 ")) {
      assertEquals(0, davit(engine, "logs --tz UTC --since " + time + " web").exitCode());
      String query = engine.sent("GET /containers/aaaa/logs").query();
      return query.substring(0, query.indexOf('&'));
    }
  }

  /** A line of several pieces stays one line, though the other stream has a line between them. */
  @Test
  void aLongLineIsOneLineOfItsStream() throws IOException {
    String part = "x".repeat(16 * 1024);
    try (FakeEngine engine =
        FakeEngine.onUnix()
            .on("GET /containers/a/json", LogHistory.details("aaaa", "a", true))
            .on(
                "GET /containers/aaaa/logs",
                exchange -> {
                  exchange.head(200, List.of(), -1);
                  for (int i = 0; i < 70; i++) {
                    exchange.frame(1, ("2026-01-01T00:00:01Z " + part).getBytes(UTF_8));
                  }
                  exchange.frame(2, "2026-01-01T00:00:02Z two\n".getBytes(UTF_8));
                  exchange.frame(1, "2026-01-01T00:00:01Z end\n".getBytes(UTF_8));
                })) {
      Result result = davit(engine, "logs --prefix name a");
      assertEquals("a | " + part.repeat(70) + "end\n", result.out());
      assertEquals("a | two\n", result.err());
    }
  }
}
