package dev.davit;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.davit.Target.Result;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;

/**
 * The log of a container that grows with each request. Like an engine, it answers with all lines
 * since a time.
 */
final class LogHistory {
  private static final long SECOND = 1_000_000_000L;

  private final Random random;
  private final List<Message> messages = new ArrayList<>();
  private long time;
  private int requests;

  /** A line of a stream. */
  private record Message(long time, boolean stderr, String text) {
    String stamped() {
      Instant instant = Instant.ofEpochSecond(time / SECOND, time % SECOND);
      return "%sZ %s"
          .formatted(instant.toString().replaceFirst("(\\.\\d+)?Z$", "") + fraction(), text);
    }

    private String fraction() {
      return ".%09d".formatted(time % SECOND);
    }
  }

  LogHistory(long begin, Random random) {
    this.time = begin;
    this.random = random;
  }

  /** Adds lines; streams are in order each, but not together, and many times are equal. */
  synchronized void extend(int count) {
    for (int i = 0; i < count; i++) {
      boolean stderr = random.nextInt(3) == 0;
      time += random.nextInt(3) == 0 ? random.nextInt(300_000_000) : 0;
      messages.add(
          new Message(
              stderr ? time - time % 10 : time, stderr, messages.size() + (stderr ? "e" : "o")));
    }
  }

  /** Answers a request for the log: all lines since a time. */
  synchronized void answer(FakeExchange exchange) throws IOException {
    answer(exchange, 0);
  }

  /**
   * Answers a request for the log, which grows with each: all lines since a time, but the last
   * ones, which a later request returns.
   *
   * @param lastRequest the request that is answered with all lines; the one behind has no answer
   */
  void growing(FakeExchange exchange, int lastRequest) throws IOException, InterruptedException {
    synchronized (this) {
      requests++;
      notifyAll();
      if (requests <= lastRequest) {
        extend(random.nextInt(20));
        answer(exchange, requests == lastRequest ? 0 : random.nextInt(5));
        return;
      }
    }
    exchange.engine().awaitClose();
  }

  /** Blocks until a number of requests has arrived. */
  synchronized void awaitRequests(int count) throws InterruptedException {
    while (requests < count) {
      wait();
    }
  }

  private void answer(FakeExchange exchange, int lost) throws IOException {
    long since = since(exchange.request().query());
    boolean withStderr = exchange.request().query().contains("stderr=1");
    exchange.head(200, List.of(), -1);
    for (Message each : messages.subList(0, Math.max(0, messages.size() - lost))) {
      if (each.time >= since && (withStderr || !each.stderr)) {
        exchange.frame(each.stderr ? 2 : 1, (each.stamped() + "\n").getBytes(UTF_8));
      }
    }
  }

  private static long since(String query) {
    int at = query.indexOf("since=");
    return at < 0
        ? 0
        : Long.parseLong(query.substring(at + 6).replaceFirst("&.*", "").replace(".", ""));
  }

  synchronized String stdout() {
    return text(false);
  }

  synchronized String stderr() {
    return text(true);
  }

  private String text(boolean stderr) {
    return messages.stream()
        .filter(each -> each.stderr == stderr)
        .map(each -> each.text + "\n")
        .collect(Collectors.joining());
  }

  /** The lines of standard output with their times. */
  synchronized List<String> stamped() {
    return messages.stream().filter(each -> !each.stderr).map(Message::stamped).toList();
  }

  /** Returns the answer to an inspection of a container that had not run before. */
  static String details(String id, String name, boolean running) {
    return details(id, name, running, "2026-01-01T00:00:00Z", "0001-01-01T00:00:00Z");
  }

  /** Returns the answer to an inspection. */
  static String details(String id, String name, boolean running, String started, String finished) {
    return "200 {\"Id\":\"%s\",\"Name\":\"/%s\",\"Config\":{\"Tty\":false},\"State\":{\"Running\":%s,"
            .formatted(id, name, running)
        + "\"StartedAt\":\"%s\",\"FinishedAt\":\"%s\"}}".formatted(started, finished);
  }

  /** Runs a command line with an engine. */
  static Result davit(FakeEngine engine, Path folder, String line) throws IOException {
    Map<String, String> env =
        Map.of("DOCKER_HOST", engine.address(), "DOCKER_CONFIG", folder.toString());
    return Target.command(
        List.of(("docker " + line).split(" ")),
        env,
        folder,
        () -> Instant.parse("2026-01-02T00:00:00Z"));
  }

  /** Returns an event later than the start of {@link #details}. */
  static String event(String action, String id, String name, int exitCode) {
    return ("{\"Type\":\"container\",\"Action\":\"%s\",\"Actor\":{\"ID\":\"%s\",\"Attributes\":"
            + "{\"name\":\"%s\",\"exitCode\":\"%d\"}},\"timeNano\":1767225600100000000}")
        .formatted(action, id, name, exitCode);
  }
}
