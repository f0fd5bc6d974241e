package dev.davit;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What takes the engine long is asked of all containers at once, however many there are. */
@Tag("commands")
final class ParallelTest {
  private static final int CONTAINERS = 120;

  @TempDir Path folder;

  /** The engine answers none before it has been asked about all. */
  @ParameterizedTest
  @ValueSource(
      strings = {"stats --no-stream", "stats --no-stream --raw", "wait", "wait --timeout 1h"})
  void asksAtOnce(String command) throws IOException {
    CountDownLatch asked = new CountDownLatch(CONTAINERS);
    FakeAnswer stats = FakeAnswer.parse("200 {\"name\":\"/c\",\"id\":\"c\"}");
    FakeAnswer ended = FakeAnswer.parse("200 {\"StatusCode\":7}");
    try (FakeEngine engine = FakeEngine.onUnix()) {
      engine
          .on("GET /containers/*/stats", exchange -> answerLast(asked, stats, exchange))
          .on("POST /containers/*/wait", exchange -> answerLast(asked, ended, exchange));
      List<String> argv = new ArrayList<>(List.of(("docker " + command).split(" ")));
      for (int i = 0; i < CONTAINERS; i++) {
        argv.add("c" + i);
      }
      Map<String, String> env =
          Map.of("DOCKER_HOST", engine.address(), "DOCKER_CONFIG", folder.toString());
      Target.Result result = Target.command(argv, env, new byte[0], folder);
      assertEquals(0, result.exitCode(), result.toString());
      int headers = command.equals("stats --no-stream") ? 1 : 0;
      assertEquals(CONTAINERS + headers, result.out().lines().count(), result.toString());
    }
  }

  private static void answerLast(CountDownLatch asked, FakeAnswer answer, FakeExchange exchange)
      throws IOException, InterruptedException {
    asked.countDown();
    asked.await();
    answer.give(exchange);
  }
}
