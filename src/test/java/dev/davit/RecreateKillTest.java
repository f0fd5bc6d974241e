package dev.davit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.davit.KillingFront.Moment;
import dev.davit.Target.Result;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Kills {@code recreate} at each of its requests that change something, and at random moments:
 * after {@code recreate --resume}, exactly one container of the name runs, with its volumes and
 * address. {@code -Dtimes=300} kills more often.
 */
@Tag("native")
final class RecreateKillTest {
  private static final int TIMES = Integer.getInteger("times", 6);
  private static final int MAX_REQUESTS = 30;
  private static final String RECREATE = "recreate --wait --wait-timeout 20s kill-web";

  private static final String RESUME = "recreate --resume --wait-timeout 20s";

  @TempDir Path folder;
  private final String engine = Reach.privateEngine();

  @BeforeEach
  void create() throws IOException {
    docker("network create --subnet 10.126.0.0/16 kill-net");
    docker(
        "run -d --name kill-web --network kill-net --ip 10.126.0.9 -v kill-named:/n -v /data"
            + " --restart always --stop-timeout 1 busybox sh -c"
            + " 'trap exit TERM; echo start >>/data/log; sleep 1000 & wait'");
  }

  @AfterEach
  void remove() throws IOException {
    Target.linked()
        .run(
            "docker rm -fv $(docker ps -aq --filter name=kill-); docker network rm kill-net;"
                + " docker volume rm kill-named",
            engine,
            folder);
  }

  @Test
  void atEachRequest() throws Exception {
    String before = state();
    List<String> kept = new ArrayList<>();
    for (int n = 1; n <= MAX_REQUESTS; n++) {
      for (Moment moment : Moment.values()) {
        if (!isKilledAt(n, moment)) {
          assertTrue(n > 7, "killed at " + kept);
          return;
        }
        kept.add(n + " " + moment);
        check(before, n + " " + moment);
      }
    }
    throw new AssertionError("recreate does not end");
  }

  @Test
  void atRandomMoments() throws Exception {
    String before = state();
    Random random = new Random(3);
    long duration = Math.max(500, millisOfRecreate());
    for (int i = 0; i < TIMES; i++) {
      Process process = start(engine);
      long moment = random.nextLong(duration);
      process.waitFor(moment, TimeUnit.MILLISECONDS);
      process.destroyForcibly().waitFor();
      check(before, "after " + moment + " ms");
    }
  }

  private long millisOfRecreate() throws IOException {
    long begin = System.nanoTime();
    docker(RECREATE);
    return TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begin);
  }

  /** Returns whether {@code recreate} had sent the request, so that it was killed. */
  private boolean isKilledAt(int request, Moment moment) throws Exception {
    CompletableFuture<Process> process = new CompletableFuture<>();
    try (KillingFront front =
        new KillingFront(engine, request, moment, () -> process.join().destroyForcibly())) {
      process.complete(start(front.address()));
      return process.join().waitFor() != 0;
    }
  }

  private Process start(String address) throws IOException {
    Target target = Target.linked();
    List<String> line = List.of("/bin/sh", "-c", "exec docker " + RECREATE + " >/dev/null 2>&1");
    return target.start(line, target.environment(address, folder), folder);
  }

  /**
   * Checks the container; what the engine creates after {@code --resume} goes with the next one.
   */
  private void check(String before, String killed) throws IOException {
    docker(RESUME);
    assertEquals(before, state(), "killed " + killed);
    assertEquals(
        "kill-web\n", docker("ps --filter name=kill- --format '{{.Names}}'"), "killed " + killed);
    Await.until(this::isAlone, "killed " + killed);
  }

  private boolean isAlone() {
    try {
      if (docker("ps -a --filter name=kill- --format '{{.Names}}'").equals("kill-web\n")) {
        return true;
      }
      docker(RESUME);
      return false;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Returns what must not change: name, state, address, and volumes. */
  private String state() throws IOException {
    String words =
        docker(
            "inspect -f '{{.Name}} {{.State.Status}} {{.HostConfig.RestartPolicy.Name}}"
                + " {{(index .NetworkSettings.Networks \"kill-net\").IPAddress}}"
                + " {{range .Mounts}}{{.Name}}:{{.Destination}} {{end}}' kill-web");
    return Arrays.stream(words.strip().split(" ")).sorted().collect(Collectors.joining(" "));
  }

  private String docker(String words) throws IOException {
    Result result = Target.linked().runFast("docker " + words, Reach.of(engine), folder);
    assertEquals(0, result.exitCode(), words + ": " + result);
    return result.out();
  }
}
