package dev.davit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.davit.Target.Result;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/** Runs jobs on a swarm of three nodes, of which the last test loses one. */
@Tag("native")
@TestMethodOrder(OrderAnnotation.class)
final class SwarmTest {
  @TempDir private static Path folder;
  private static OwnSwarm swarm;
  private static Reach manager;

  @BeforeAll
  static void start() throws IOException {
    swarm = OwnSwarm.start(Files.createDirectory(folder.resolve("swarm")));
    manager = Reach.of(swarm.address(1));
    create("secrets", "{\"Name\":\"s\",\"Data\":\"aGlkZGVu\"}");
    create("configs", "{\"Name\":\"c\",\"Data\":\"IHNob3du\"}");
  }

  @AfterAll
  static void end() throws IOException {
    swarm.close();
  }

  private static void create(String objects, String json) throws IOException {
    Result result =
        Target.result(
            new ProcessBuilder(
                    "src/dev/api",
                    swarm.address(1),
                    "POST",
                    "/" + objects + "/create",
                    "-H",
                    "Content-Type: application/json",
                    "-d",
                    json)
                .start());
    assertEquals(0, result.exitCode(), result.toString());
  }

  private static Result run(String line) throws IOException {
    return Target.linked().runFast(line, manager, folder);
  }

  @Test
  @Order(1)
  void aSession() throws IOException {
    SessionScript.play(Path.of("src/test/resources/swarm/jobs.txt"), manager, folder);
  }

  /** Each task knows its number, and is on a node of its own. */
  @Test
  @Order(2)
  void threeTasks() throws IOException {
    String template = "'N={{.Task.Slot}} {{.Node.Hostname}}'";
    Result result =
        run(
            "docker run --on swarm --replicas 3 --rm --name three --hostname 'h{{.Task.Slot}}' -e "
                + template
                + " busybox sh -c 'echo $(hostname) $N'");
    List<String> lines = result.out().lines().sorted().toList();
    assertEquals(
        "three.0 | h0 0, three.1 | h1 1, three.2 | h2 2",
        String.join(", ", lines).replaceAll(" node[123]", ""));
    assertEquals(
        new TreeSet<>(List.of("node1", "node2", "node3")),
        new TreeSet<>(
            lines.stream().map(line -> line.substring(line.lastIndexOf(' ') + 1)).toList()));
    assertEquals("3 of 3 tasks complete", result.err().lines().toList().getLast());
    assertEquals(0, result.exitCode());
    nothingRuns();
  }

  @Test
  @Order(3)
  void aSignalRemovesTheJob() throws IOException {
    Process process =
        follow(
            "docker run --on swarm --replicas 3 --stop-timeout 1 busybox sh -c 'echo a; sleep 99'",
            3);
    Target.signal("INT", process.pid());
    assertEquals(130, Target.exitCode(process));
    nothingRuns();
  }

  /** The result of one task is unknown, those of the others are complete. */
  @Test
  @Order(4)
  void aNodeThatGoesAway() throws IOException {
    String wait = "test $H = node3 && sleep 99; sleep 5; echo done";
    Process process =
        follow(
            "docker run --on swarm --replicas 3 --name lost -e 'H={{.Node.Hostname}}'"
                + " --hostname 'h{{.Task.Slot}}' busybox sh -c 'echo begun; "
                + wait
                + "'",
            3);
    swarm.stopNode(3);
    Result result = Target.result(process);
    assertEquals(2, result.out().lines().filter(line -> line.endsWith("done")).count());
    assertTrue(result.err().contains("node3"), result.toString());
    assertEquals(
        List.of("complete 0", "complete 0", "orphaned 255"),
        result
            .err()
            .lines()
            .filter(line -> line.matches("\\d  .*"))
            .map(line -> line.replaceAll("^\\d +\\S+ +(\\S+) +(\\d+) .*", "$1 $2"))
            .sorted()
            .toList());
    assertEquals("2 of 3 tasks complete, 1 failed", result.err().lines().toList().getLast());
    assertEquals(255, result.exitCode());
    assertEquals("255\n", run("docker wait --on swarm lost").out());
  }

  /** Starts a command and returns once it has printed a number of lines. */
  private static Process follow(String line, int lines) throws IOException {
    Target target = Target.linked();
    List<String> words = Target.shell("exec " + line, manager);
    Process process = target.start(words, target.environment(manager, folder), folder);
    InputStream out = process.getInputStream();
    for (int missing = lines; missing > 0; missing -= out.read() == '\n' ? 1 : 0) {
      assertTrue(process.isAlive() || out.available() > 0, "the command has ended");
    }
    return process;
  }

  /** No job and no process; Docker 20.10 keeps the containers of tasks that have ended. */
  private static void nothingRuns() throws IOException {
    assertEquals(new Result("", "", 0), run("docker ps --on swarm -aq"));
    for (int node = 1; node <= 3; node++) {
      String address = swarm.address(node);
      Await.until(() -> containers(address).isEmpty(), "the end of containers: " + address);
    }
  }

  private static String containers(String address) {
    try {
      return Target.linked().runFast("docker ps -q", Reach.of(address), folder).out();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
