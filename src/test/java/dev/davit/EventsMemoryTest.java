package dev.davit;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Sends events as fast as {@code davit events} reads them, and checks that its memory does not grow
 * with their number. {@code -Devents=10000000} sends as many.
 */
@Tag("engine")
final class EventsMemoryTest {
  private static final int EVENTS = Integer.getInteger("events", 200_000);
  private static final int PIECE = 1000;

  /** Far less than any loss for each event would take. */
  private static final long LIMIT_KIB = 100 * 1024;

  @TempDir Path folder;

  @Test
  void memoryDoesNotGrow() throws Exception {
    CompletableFuture<Process> started = new CompletableFuture<>();
    CompletableFuture<Long> growth = new CompletableFuture<>();
    try (FakeEngine engine =
        FakeEngine.onUnix().on("GET /events", exchange -> send(exchange, started, growth))) {
      Target target = Target.linked();
      Process process =
          target.start(
              List.of("/bin/sh", "-c", "exec docker events >/dev/null"),
              target.environment(engine.address(), folder),
              folder);
      started.complete(process);
      assertTrue(process.waitFor(120 + EVENTS / 1000, TimeUnit.SECONDS));
      assertEquals(0, process.exitValue());
      assertEquals("", new String(process.getErrorStream().readAllBytes(), UTF_8));
      assertTrue(growth.get() < LIMIT_KIB, () -> growth.join() + " KiB more");
    }
  }

  private static void send(
      FakeExchange exchange, CompletableFuture<Process> started, CompletableFuture<Long> growth)
      throws IOException, InterruptedException {
    Process process;
    try {
      process = started.get();
    } catch (ExecutionException e) {
      throw new IOException(e);
    }
    exchange.head(200, List.of("Content-Type: application/json"), -1);
    long early = 0;
    for (int sent = 0; sent < EVENTS; sent += PIECE) {
      early = sent == EVENTS / 10 ? peak(process) : early;
      exchange.body(events(sent));
    }
    growth.complete(peak(process) - early);
  }

  /** Returns different events, as unused IDs and names must not be kept. */
  private static byte[] events(int first) {
    StringBuilder text = new StringBuilder();
    for (int i = first; i < first + PIECE; i++) {
      text.append("{\"status\":\"start\",\"id\":\"").append(i);
      text.append("\",\"from\":\"busybox\",\"Type\":\"container\",\"Action\":\"start\",");
      text.append("\"Actor\":{\"ID\":\"").append(i).append("\",\"Attributes\":{\"image\":");
      text.append("\"busybox\",\"label").append(i).append("\":\"x\"}},\"scope\":\"local\",");
      text.append("\"time\":1700000000,\"timeNano\":1700000000000000000}\n");
    }
    return text.toString().getBytes(UTF_8);
  }

  /** Returns the largest amount of memory that a process has had, in KiB. */
  private static long peak(Process process) throws IOException {
    return Files.readAllLines(Path.of("/proc/" + process.pid() + "/status")).stream()
        .filter(line -> line.startsWith("VmHWM:"))
        .map(line -> line.replaceAll("\\D", ""))
        .mapToLong(Long::parseLong)
        .findFirst()
        .orElseThrow();
  }
}
