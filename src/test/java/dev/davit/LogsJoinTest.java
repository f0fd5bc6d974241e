package dev.davit;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.davit.Target.Result;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Containers that join a followed selection, and logs that cannot be read. A container is
 * re-created at the end: its new log is requested when the old one has been read.
 */
final class LogsJoinTest {
  private static final String EVENTS = "GET /events";

  @TempDir Path folder;

  private static String events(String... events) {
    return "200" + Stream.of(events).map(each -> "\nbody " + each).collect(Collectors.joining());
  }

  private static String started(String id, String name) {
    return LogHistory.event("start", id, name, 0);
  }

  /** Answers with a list of the one container that a filter asks for, of the name web-ID. */
  private static void listed(FakeExchange exchange) throws IOException {
    Matcher wanted = Pattern.compile("id%22%3A%7B%22(\\w+)").matcher(exchange.request().query());
    String id = wanted.find() ? wanted.group(1) : "";
    String json = id.isEmpty() ? "[]" : "[{\"Id\":\"" + id + "\",\"Names\":[\"/web-" + id + "\"]}]";
    byte[] bytes = json.getBytes(UTF_8);
    exchange.head(200, List.of("Content-Type: application/json"), bytes.length);
    exchange.whole(bytes);
  }

  @ParameterizedTest
  @CsvSource({
    "501, configured logging driver does not support reading",
    "500, something is broken",
    "409, can not get logs from container which is dead or marked for removal",
    "404, No such container: bbbb",
  })
  void anUnreadableLogEndsNoOther(int status, String reason) throws IOException {
    try (FakeEngine engine =
        FakeEngine.onUnix()
            .on(
                EVENTS,
                events(
                        started("bbbb", "web-bbbb"),
                        started("cccc", "web-cccc"),
                        started("dddd", "web-bbbb"),
                        started("eeee", "web-cccc"))
                    + "\nawait GET /containers/dddd/json\nawait GET /containers/eeee/json")
            .on("GET /containers/json", LogsJoinTest::listed)
            .on("GET /containers/bbbb/json", LogHistory.details("bbbb", "web-bbbb", true))
            .on("GET /containers/cccc/json", LogHistory.details("cccc", "web-cccc", true))
            .on("GET /containers/dddd/json", "stall")
            .on("GET /containers/eeee/json", "stall")
            .on("GET /containers/bbbb/logs", status + " {\"message\":\"" + reason + "\"}")
            .on("GET /containers/cccc/logs", "200\nframe 1 2026-01-01T00:00:01Z one\\n")) {
      Result result = LogHistory.davit(engine, folder, "logs -f --ignore web-*");
      assertEquals("web-cccc | one\n", result.out());
      assertEquals(
          "web-bbbb: Error response from daemon: " + reason + "\nunexpected EOF\n", result.err());
      assertEquals(1, result.exitCode());
    }
  }

  @Test
  void aLogThatBreaksEndsNoOther() throws IOException {
    try (FakeEngine engine =
        FakeEngine.onUnix()
            .on("GET /containers/a/json", LogHistory.details("aaaa", "a", true))
            .on("GET /containers/b/json", LogHistory.details("bbbb", "b", true))
            .on(
                "GET /containers/aaaa/logs",
                "200\nframe 1 2026-01-01T00:00:01Z one\\n",
                "200\nframe 1 2026-01-01T00:00:01Z one\\n\nframe 3 it broke")
            .on(
                "GET /containers/bbbb/logs",
                "200\nframe 1 2026-01-01T00:00:02Z two\\n",
                "200\nframe 1 2026-01-01T00:00:02Z two\\n\nframe 1 2026-01-01T00:00:03Z three\\n")) {
      Result result = LogHistory.davit(engine, folder, "logs -f a b");
      assertEquals("a | one\nb | two\nb | three\n", result.out());
      assertEquals("a: error from daemon in stream: it broke\n", result.err());
      assertEquals(1, result.exitCode());
    }
  }

  /**
   * A container that existed before joins with the lines since its exit before the start, also if
   * it was started once more meanwhile; a new one with all.
   */
  @ParameterizedTest
  @CsvSource({
    "2026-01-01T00:00:03Z, 2026-01-01T00:00:00.05Z, true, since=1767225600.050000001",
    "2026-01-01T00:00:03Z, 2026-01-01T00:00:02Z, true, since=1767225600.050000001",
    "2026-01-01T00:00:00Z, 2026-01-01T00:00:02Z, false, since=1767225600.050000001",
    "2026-01-01T00:00:00Z, 0001-01-01T00:00:00Z, false, ''",
  })
  void aContainerJoinsWithItsNewLines(String started, String finished, boolean again, String since)
      throws IOException {
    String exits =
        "{\"Action\":\"die\",\"Actor\":{\"ID\":\"bbbb\"},\"timeNano\":1767225600050000000}"
            + (again
                ? "{\"Action\":\"die\",\"Actor\":{\"ID\":\"bbbb\"},\"timeNano\":1767225602000000000}"
                : "");
    String stream =
        events(started("bbbb", "web-bbbb"), started("dddd", "web-bbbb"))
            + "\nawait GET /containers/dddd/json";
    try (FakeEngine engine = FakeEngine.onUnix()) {
      if (since.isEmpty()) {
        engine.on(EVENTS, stream);
      } else {
        engine.on(EVENTS, stream, "200 " + exits);
      }
      engine
          .on("GET /containers/json", LogsJoinTest::listed)
          .on(
              "GET /containers/bbbb/json",
              LogHistory.details("bbbb", "web-bbbb", true, started, finished))
          .on("GET /containers/dddd/json", "stall")
          .on("GET /containers/bbbb/logs", "200\nframe 1 2026-01-01T00:00:01Z one\\n");
      Result result = LogHistory.davit(engine, folder, "logs -f --tail 1 --ignore web-*");
      assertEquals("web-bbbb | one\n", result.out());
      assertEquals(
          "follow=1"
              + (since.isEmpty() ? "" : "&" + since)
              + "&stderr=1&stdout=1&tail=all&timestamps=1",
          engine.sent("GET /containers/bbbb/logs").query());
    }
  }

  /** Another container that gets a followed name has written before. */
  @Test
  void aRenamedContainerIsFollowedFromItsStart() throws IOException {
    try (FakeEngine engine =
        FakeEngine.onUnix()
            .on(
                EVENTS,
                events(started("bbbb", "web"), started("dddd", "web"))
                    + "\nawait GET /containers/dddd/json",
                "200 {\"Action\":\"die\",\"Actor\":{\"ID\":\"bbbb\"},\"timeNano\":1767225600050000000}")
            .on("GET /containers/web/json", LogHistory.details("aaaa", "web", false))
            .on(
                "GET /containers/bbbb/json",
                LogHistory.details(
                    "bbbb", "web", true, "2026-01-01T00:00:00.1Z", "2026-01-01T00:00:00.04Z"))
            .on("GET /containers/dddd/json", "stall")
            .on("GET /containers/aaaa/logs", "200 ")
            .on("GET /containers/bbbb/logs", "200\nframe 1 2026-01-01T00:00:01Z one\\n")) {
      Result result = LogHistory.davit(engine, folder, "logs -F web");
      assertEquals("one\n", result.out());
      assertEquals(
          "follow=1&since=1767225600.050000001&stderr=1&stdout=1&tail=all&timestamps=1",
          engine.sent("GET /containers/bbbb/logs").query());
    }
  }
}
