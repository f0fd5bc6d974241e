package dev.davit.readiness;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.davit.Reach;
import dev.davit.engine.Containers;
import dev.davit.engine.Engine;
import dev.davit.engine.PendingWait;
import dev.davit.engine.WaitCondition;
import dev.davit.engine.model.ContainerSpec;
import dev.davit.engine.model.HealthConfig;
import dev.davit.engine.socket.EngineAddress;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Waits that begin at any moment of a container's start, exit and first health check, on a real
 * engine: each must end. {@code -Dtimes=200} runs longer.
 */
@Tag("engine")
final class WatchRaceTest {
  private static final int TIMES = Integer.getInteger("times", 5);
  private static final int LIMIT_SECONDS = 60;

  private final Engine engine = Engine.at(EngineAddress.parse(Reach.privateEngine(), false));
  private final Containers containers = engine.containers();
  private final Random random = new Random(7);

  private interface Step {
    String run() throws Exception;
  }

  @Test
  void aContainerThatExitsAtOnce() throws Exception {
    String id = create(List.of("sh", "-c", "echo x; exit 3"), null);
    try {
      for (int i = 0; i < TIMES; i++) {
        List<FutureTask<String>> waits = new ArrayList<>();
        FutureTask<String> start = task(0, () -> start(id));
        int moment = random.nextInt(400);
        for (String condition : List.of("exited", "running", "log=x", "file=/bin/sh")) {
          waits.add(task(moment, () -> outcome(id, condition)));
        }
        end(start);
        for (FutureTask<String> wait : waits) {
          String ended = end(wait);
          assertTrue(
              Set.of("3", "null").contains(ended) || ended.contains("exited with exit code 3"),
              ended);
        }
        try (PendingWait stopped = containers.waitFor(id, WaitCondition.NOT_RUNNING)) {
          stopped.exitCode();
        }
      }
    } finally {
      containers.remove(id, true, false, true);
    }
  }

  @Test
  void aWaitFromBeforeTheStart() throws Exception {
    String id = create(List.of("sh", "-c", "exit 3"), null);
    try {
      for (int i = 0; i < TIMES; i++) {
        try (Watch watch = Watch.begin(engine, id, wanted("next-exit"), true)) {
          containers.start(id);
          pause(random.nextInt(200));
          assertEquals("3", end(task(0, () -> "" + watch.await().exitCode())));
        }
      }
    } finally {
      containers.remove(id, true, false, true);
    }
  }

  @Test
  void aContainerThatBecomesHealthy() throws Exception {
    HealthConfig check = new HealthConfig();
    check.test = List.of("CMD", "true");
    check.interval = TimeUnit.MILLISECONDS.toNanos(50);
    String id = create(List.of("sleep", "1000"), check);
    try {
      for (int i = 0; i < TIMES; i++) {
        containers.restart(id, null, 0L);
        int moment = random.nextInt(250);
        assertEquals("null", end(task(moment, () -> outcome(id, "healthy"))));
      }
    } finally {
      containers.remove(id, true, false, true);
    }
  }

  private String create(List<String> command, @Nullable HealthConfig check) throws IOException {
    ContainerSpec spec = new ContainerSpec();
    spec.config.image = "busybox";
    spec.config.cmd = command;
    spec.config.healthcheck = check;
    spec.hostConfig.networkMode = "none";
    return containers.create(spec).id();
  }

  private String start(String id) throws IOException {
    containers.start(id);
    return "";
  }

  private static Wanted wanted(String condition) {
    return new Wanted(List.of(ReadyCondition.parse(condition)), false);
  }

  private String outcome(String id, String condition) throws IOException {
    try (Watch watch = Watch.begin(engine, id, wanted(condition), false)) {
      return "" + watch.await().exitCode();
    } catch (NotReadyException e) {
      return String.valueOf(e.getMessage());
    }
  }

  private static FutureTask<String> task(int millis, Step step) {
    FutureTask<String> task =
        new FutureTask<>(
            () -> {
              pause(millis);
              return step.run();
            });
    Thread.ofPlatform().daemon().start(task);
    return task;
  }

  private static void pause(int millis) {
    LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(millis));
  }

  private static String end(FutureTask<String> task) throws Exception {
    return task.get(LIMIT_SECONDS, TimeUnit.SECONDS);
  }
}
