package dev.davit;

import static java.util.Objects.requireNonNull;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.davit.Target.Result;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Stops a dedicated engine while commands use it. */
@Tag("native")
final class EngineEndTest {
  private static final String TICKS = "sh -c 'while :; do echo tick; sleep 0.2; done'";

  private static final List<String> COMMANDS =
      List.of(
          "run --name end-run --stop-timeout 1 busybox " + TICKS,
          "run --rm --name end-rm --stop-timeout 1 busybox " + TICKS,
          "start -a end-start",
          "attach --no-stdin end-up",
          "exec end-up " + TICKS,
          "logs -f end-up",
          "wait end-up");

  @TempDir Path folder;
  private OwnEngine engine;
  private String address = "";
  private final Map<String, Process> running = new LinkedHashMap<>();

  @BeforeEach
  void start() throws IOException {
    engine = OwnEngine.start(folder);
    address = engine.address();
    Target target = Target.linked();
    String create = " --stop-timeout 1 busybox " + TICKS;
    Result made =
        target.run(
            "docker run -d --name end-up" + create + " && docker create --name end-start" + create,
            address,
            folder);
    assertEquals(0, made.exitCode(), made.toString());
    for (String command : COMMANDS) {
      String file = "out" + running.size();
      List<String> line = List.of("/bin/sh", "-c", "exec docker " + command + " >" + file);
      running.put(
          command.split(" end", -1)[0].replace(" --name", ""),
          target.start(line, target.environment(address, folder), folder));
    }
    for (int i = 0; i < COMMANDS.size() - 1; i++) {
      Path out = folder.resolve("out" + i);
      Await.until(() -> Await.content(out).contains("tick"), COMMANDS.get(i));
    }
    // waiting commands print nothing: they are ready after connecting, once another request is done
    Await.until(() -> hasSocket(process("wait")), "wait");
    assertEquals(0, target.run("docker inspect end-up", address, folder).exitCode());
  }

  @AfterEach
  void end() throws IOException {
    running.values().forEach(Process::destroyForcibly);
    engine.close();
  }

  @Test
  void killed() throws IOException {
    signal("KILL");
    assertEquals(
        """
        attach --no-stdin: 1 unexpected EOF
        exec: 255 the connection to the engine was lost while the command was running
        logs -f: 1 unexpected EOF
        run: 125 error waiting for container: unexpected EOF
        run --rm: 125 error waiting for container: unexpected EOF
        start -a: 125 error waiting for container: unexpected EOF
        wait: 1 unexpected EOF
        """,
        ends(Duration.ofSeconds(2)));
  }

  /** The engine stops its containers first, and reports their exit codes. */
  @Test
  void ended() throws IOException {
    signal("TERM");
    assertEquals(
        """
        attach --no-stdin: 137
        exec: 137
        logs -f: 0
        run: 137
        run --rm: 137
        start -a: 137
        wait: 0
        """,
        ends(Duration.ofSeconds(30)));
    assertEquals("137\n", Files.readString(folder.resolve("out" + (COMMANDS.size() - 1))));
  }

  /** One INT ends commands that do not forward signals, three end commands that do. */
  @Test
  void stopped() throws IOException {
    signal("STOP");
    for (int i = 0; i < 3; i++) {
      for (Process process : running.values()) {
        Target.signal("INT", process.pid());
      }
      boolean last = i == 2;
      for (String each : List.of("exec", "logs -f", "wait")) {
        assertEquals(130, Target.exitCode(process(each)), each);
      }
      assertTrue(last || process("run").isAlive());
    }
    signal("CONT");
  }

  private Process process(String name) {
    return requireNonNull(running.get(name), name);
  }

  /** Returns the exit codes of the commands, within a time limit. */
  private String ends(Duration limit) throws IOException {
    Instant end = Instant.now().plus(limit);
    StringBuilder text = new StringBuilder();
    for (Map.Entry<String, Process> each : new TreeMap<>(running).entrySet()) {
      Result result = Target.result(each.getValue());
      assertTrue(Instant.now().isBefore(end), each.getKey() + " took longer than " + limit);
      text.append((each.getKey() + ": " + result.exitCode() + ' ' + result.err()).strip());
      text.append('\n');
    }
    return text.toString();
  }

  /** Sends dockerd a signal. */
  private void signal(String name) throws IOException {
    String init = Files.readString(folder.resolve("engine/init")).split(" ", -1)[0];
    ProcessHandle dockerd =
        ProcessHandle.of(Long.parseLong(init)).stream()
            .flatMap(ProcessHandle::children)
            .filter(child -> child.info().command().orElse("").endsWith("/dockerd"))
            .findFirst()
            .orElseThrow();
    Target.signal(name, dockerd.pid());
  }

  private static boolean hasSocket(Process process) {
    try (Stream<Path> descriptors = Files.list(Path.of("/proc/" + process.pid() + "/fd"))) {
      return descriptors.anyMatch(each -> target(each).startsWith("socket:"));
    } catch (IOException e) {
      return false;
    }
  }

  private static String target(Path link) {
    try {
      return Files.readSymbolicLink(link).toString();
    } catch (IOException e) {
      return "";
    }
  }
}
