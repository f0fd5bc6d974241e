package dev.davit;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How many containers a command acts on at the same time. */
@Tag("commands")
final class ParallelTest {
  private static final int CONTAINERS = 120;

  @TempDir Path folder;

  /**
   * What takes the engine long is asked of all containers at once, however many there are: the
   * engine answers none before it has been asked about all.
   */
  @ParameterizedTest
  @ValueSource(
      strings = {"stats --no-stream", "stats --no-stream --raw", "wait", "wait --timeout 1h"})
  void asksAtOnce(String command) throws IOException {
    CountDownLatch asked = new CountDownLatch(CONTAINERS);
    boolean stats = command.startsWith("stats");
    String route = stats ? "GET /containers/*/stats" : "POST /containers/*/wait";
    FakeAnswer answer =
        FakeAnswer.parse(stats ? "200 {\"name\":\"/c\",\"id\":\"c\"}" : "200 {\"StatusCode\":7}");
    try (FakeEngine engine = FakeEngine.onUnix()) {
      engine.on(route, exchange -> answerLast(asked, answer, exchange));
      Target.Result result = run(engine, command, CONTAINERS);
      assertEquals(0, result.exitCode(), result.toString());
      int headers = command.equals("stats --no-stream") ? 1 : 0;
      assertEquals(CONTAINERS + headers, result.out().lines().count(), result.toString());
    }
  }

  /** The engine answers when so many requests are there as are allowed, and never sees more. */
  @ParameterizedTest
  @CsvSource({
    "start, 1",
    "restart, 1",
    "update -m 1g, 1",
    "start --parallel=1, 1",
    "start --parallel, 50",
    "restart --parallel, 50",
    "update -m 1g --parallel, 50",
    "start --parallel=3, 3",
    "restart --parallel=4 -t 1, 4",
    "update --parallel=2 -m 1g, 2",
    "start --parallel=100, 100",
    "start --parallel=99999999999, 100",
    "stop, 50",
    "kill, 50",
    "rm, 50",
    "pause, 50",
    "unpause, 50"
  })
  void actsOnSoManyAtOnce(String command, int most) throws IOException {
    int containers = most == 1 ? 20 : 2 * most > 100 ? 100 : 2 * most;
    CyclicBarrier allowed = new CyclicBarrier(most);
    AtomicInteger now = new AtomicInteger();
    AtomicInteger seen = new AtomicInteger();
    FakeAnswer done = FakeAnswer.parse(command.startsWith("update") ? "200 {}" : "204");
    FakeAnswer answer =
        exchange -> {
          seen.accumulateAndGet(now.incrementAndGet(), Math::max);
          meet(allowed);
          now.decrementAndGet();
          done.give(exchange);
        };
    try (FakeEngine engine = FakeEngine.onUnix()) {
      engine.on(command.equals("rm") ? "DELETE /containers/*" : "POST /containers/*/*", answer);
      Target.Result result = run(engine, command, containers);
      assertEquals(0, result.exitCode(), result.toString());
      assertEquals(String.join("\n", names(containers)) + '\n', result.out());
      assertEquals(most, seen.get());
      if (most == 1) {
        List<String> asked =
            engine.requests().stream()
                .map(FakeRequest::path)
                .filter(path -> path.contains("/containers/"))
                .map(path -> path.replaceFirst(".*/containers/([^/]+)/.*", "$1"))
                .toList();
        assertEquals(names(containers), asked);
      }
    }
  }

  private static void meet(CyclicBarrier barrier) throws IOException, InterruptedException {
    try {
      barrier.await(FakeEngine.LIMIT_SECONDS, TimeUnit.SECONDS);
    } catch (BrokenBarrierException | TimeoutException e) {
      throw new IOException("not as many requests at once as allowed", e);
    }
  }

  private Target.Result run(FakeEngine engine, String command, int containers) throws IOException {
    List<String> argv = new ArrayList<>(List.of(("docker " + command).split(" ")));
    argv.addAll(names(containers));
    Map<String, String> env =
        Map.of("DOCKER_HOST", engine.address(), "DOCKER_CONFIG", folder.toString());
    return Target.command(argv, env, new byte[0], folder);
  }

  private static List<String> names(int containers) {
    return IntStream.range(0, containers).mapToObj(i -> "c" + i).toList();
  }

  private static void answerLast(CountDownLatch asked, FakeAnswer answer, FakeExchange exchange)
      throws IOException, InterruptedException {
    asked.countDown();
    asked.await();
    answer.give(exchange);
  }
}
