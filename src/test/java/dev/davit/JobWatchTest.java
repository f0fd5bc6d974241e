package dev.davit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.davit.Target.Result;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Runs jobs on a scripted manager of a swarm, and checks how each ends. */
@Tag("commands")
final class JobWatchTest {
  private static final String RUN = "run --on swarm " + FakeEngine.ID + " true";
  private static final String LOGS = "GET /services/j/logs";
  private static final String UPDATE = "POST /services/j/update";
  private static final String COMPLETE = "200 [" + task(0, "complete", 0) + "]";
  private static final String RUNNING = "200 [" + task(0, "running", 0) + "]";
  private static final String HINT = "\n\nRun 'docker run --help' for more information\n";

  @TempDir Path folder;
  private FakeEngine engine;

  @BeforeEach
  void start() throws IOException {
    engine =
        FakeEngine.onUnix()
            .usually("POST /services/create", "201 {\"ID\":\"j\"}")
            .usually("GET /services", "200 [" + service(1, 1, 0) + "]")
            .usually("GET /services/j", "200 " + service(1, 1, 0))
            .usually("GET /services/j/logs", "200\nstall", "200 ")
            .usually("GET /tasks", COMPLETE)
            .usually("GET /nodes", "200 []")
            .usually("POST /services/j/update", "200 {}")
            .usually("DELETE /services/j", "200");
  }

  @AfterEach
  void end() {
    engine.close();
  }

  private static String service(int tasks, int total, int iteration) {
    return """
        {"ID":"j","Version":{"Index":%d},"Spec":{"Name":"n","Labels":{"dev.davit.job":"%d"},\
        "Mode":{"ReplicatedJob":{"MaxConcurrent":%d,"TotalCompletions":%d}},\
        "TaskTemplate":{"RestartPolicy":{"Condition":"none"}}},\
        "JobStatus":{"JobIteration":{"Index":%d}}}"""
        .formatted(iteration + 10, tasks, tasks, total, iteration);
  }

  private static String task(int slot, String state, int exitCode) {
    return """
        {"ID":"t%d","ServiceID":"j","Slot":%d,"NodeID":"node","JobIteration":{},\
        "Status":{"State":"%s","Err":"%s","ContainerStatus":{"ExitCode":%d}}}"""
        .formatted(
            slot,
            slot,
            state,
            exitCode == 0 ? "" : "task: non-zero exit (" + exitCode + ")",
            exitCode);
  }

  private static String frame(int stream, String text) {
    return "frame " + stream + " 2026-11-30T20:41:02Z com.docker.swarm.task.id=t0 " + text;
  }

  private Result run(String line) throws IOException {
    List<String> words = new ArrayList<>(List.of("docker"));
    words.addAll(List.of(line.split(" ")));
    return Target.command(words, env(), new byte[0], folder);
  }

  private Map<String, String> env() {
    return Map.of(
        "DOCKER_HOST", engine.address(),
        "DOCKER_CONFIG", folder.toString(),
        "PATH", System.getenv("PATH"));
  }

  private long requests(String route) {
    return engine.requests().stream().filter(each -> each.route().equals(route)).count();
  }

  @ParameterizedTest(name = "{0} {1}")
  @CsvSource({"complete, 0, 0", "failed, 3, 3", "failed, 137, 137"})
  void theExitCodeIsThatOfTheTask(String state, int code, int expected) throws IOException {
    engine.on("GET /tasks", "200 []", RUNNING, "200 [" + task(0, state, code) + "]");
    assertEquals(new Result("", "", expected), run(RUN));
    assertEquals(code == 0 ? 0 : 1, requests(UPDATE));
  }

  /** The log is followed at first, and read again as a whole at the end. */
  @Test
  void noMessageIsMissingOrPrintedTwice() throws IOException {
    engine
        .on(
            LOGS,
            "200\n" + frame(1, "one\\n") + "\n" + frame(2, "err\\n") + "\nstall",
            "200\n" + String.join("\n", frame(1, "one\\n"), frame(2, "err\\n"), frame(1, "two\\n")))
        .on("GET /tasks", RUNNING, RUNNING, COMPLETE);
    assertEquals(new Result("one\ntwo\n", "err\n", 0), run(RUN));
  }

  /** An engine can miss the log of a task that starts while the log is followed. */
  @Test
  void aSilentTaskIsFollowedAnew() throws IOException {
    FakeAnswer running = FakeAnswer.parse(RUNNING);
    FakeAnswer complete = FakeAnswer.parse(COMPLETE);
    engine
        .on(
            LOGS,
            "200\nstall",
            "200\n" + frame(1, "one\\n") + "\nstall",
            "200\n" + frame(1, "one\\n"))
        .on("GET /tasks", exchange -> (requests(LOGS) < 2 ? running : complete).give(exchange));
    assertEquals(new Result("one\n", "", 0), run(RUN));
    assertEquals(3, requests(LOGS));
  }

  /** The table has the failed tasks only. */
  @Test
  void aThousandTasks() throws IOException {
    String tasks =
        IntStream.range(0, 1000)
            .mapToObj(i -> i % 100 == 7 ? task(i, "failed", i / 100 + 1) : task(i, "complete", 0))
            .collect(Collectors.joining(","));
    engine
        .on("GET /services/j", "200 " + service(1000, 1000, 0))
        .on("GET /tasks", "200 [" + tasks + "]")
        .on("GET /nodes", "200 [{\"ID\":\"node\",\"Description\":{\"Hostname\":\"host\"}}]");
    Result result = run(RUN);
    List<String> lines = result.err().lines().toList();
    assertEquals(12, lines.size(), result.err());
    assertEquals("TASK      NODE      STATE     EXIT CODE   ATTEMPTS   ERROR", lines.getFirst());
    for (int i = 0; i < 10; i++) {
      assertEquals(
          "%-10dhost      failed    %-12d1          task: non-zero exit (%d)"
              .formatted(i * 100 + 7, i + 1, i + 1),
          lines.get(i + 1));
    }
    assertEquals("990 of 1000 tasks complete, 10 failed", lines.getLast());
    assertEquals(10, result.exitCode());
    assertEquals(1, requests(UPDATE));
  }

  @Test
  void aJobThatIsRemovedMeanwhileIsAnError() throws IOException {
    engine
        .on(
            "GET /services/j",
            "200 " + service(1, 1, 0),
            "404 {\"message\":\"service j not found\"}")
        .on("GET /tasks", "200 []");
    Result result = run(RUN);
    assertEquals(failure("Error response from daemon: service j not found"), result);
  }

  /** The tasks of a job that waits for a node vanish when another client ends it. */
  @Test
  void aJobThatIsEndedMeanwhileIsOver() throws IOException {
    engine
        .on("GET /services/j", "200 " + service(1, 1, 0), "200 " + service(1, 0, 1))
        .on("GET /tasks", "200 [" + task(0, "pending", 0) + "]", "200 []");
    assertEquals(new Result("", "", 125), run(RUN));
  }

  @Test
  void aJobThatRunsAgainMeanwhileIsAnError() throws IOException {
    engine
        .on("GET /services/j", "200 " + service(1, 1, 0), "200 " + service(1, 1, 1))
        .on("GET /tasks", RUNNING, "200 []");
    Result result = run(RUN);
    assertEquals(failure("another client has run the job \"n\" again"), result);
  }

  @Test
  void anUpdateOutOfSequenceIsTriedAgain() throws IOException {
    String conflict =
        "500 {\"message\":\"rpc error: code = Unknown desc = update out of sequence\"}";
    engine
        .on("GET /services/j", "200 " + service(1, 1, 0), "200 " + service(1, 1, 3))
        .on(UPDATE, conflict, "200 {}");
    assertEquals(new Result("j\n", "", 0), run("rerun --detach n"));
    assertEquals("registryAuthFrom=spec&version=13", engine.sent(UPDATE).query());
  }

  @Test
  void anUpdateIsNotTriedForEver() throws IOException {
    engine.on(UPDATE, "500 {\"message\":\"update out of sequence\"}");
    Result result = run("rerun --detach n");
    assertEquals("Error response from daemon: update out of sequence\n", result.err());
    assertEquals(1, result.exitCode());
    assertEquals(5, requests(UPDATE));
  }

  @Test
  void anotherFailureOfAnUpdateIsNotTriedAgain() throws IOException {
    engine.on(UPDATE, "500 {\"message\":\"no leader\"}");
    assertEquals(1, run("rerun --detach n").exitCode());
    assertEquals(1, requests(UPDATE));
  }

  /** The exit code is that of the task, as the log is not the result. */
  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      value = {
        "header Connection: close;send \\x01\\0\\0 | unexpected EOF",
        "frame 3 Error grabbing logs: node n is not available "
            + "| error from daemon in stream: Error grabbing logs: node n is not available",
      })
  void aLogThatIsCutOff(String step, String reason) throws IOException {
    engine
        .on(LOGS, "200\nstall", "200\n" + frame(1, "one\\n") + "\n" + step.replace(';', '\n'))
        .on("GET /tasks", "200 [" + task(0, "failed", 3) + "]");
    assertEquals(new Result("one\n", "the log is not complete: " + reason + "\n", 3), run(RUN));
  }

  /** The job goes on, as a container would. */
  @Test
  void aClosedPipeEndsTheClient() throws IOException {
    Path code = folder.resolve("code");
    engine
        .on(
            LOGS,
            "200\nawait GET /nodes\n"
                + IntStream.range(0, 50)
                    .mapToObj(i -> frame(1, "x".repeat(8000) + "\\n"))
                    .collect(Collectors.joining("\n"))
                + "\nstall")
        .on("GET /tasks", RUNNING);
    Result result =
        Target.linked().run("(docker " + RUN + "; echo $? >code) | :", engine.address(), folder);
    assertEquals(new Result("", "", 0), result);
    assertEquals("141\n", Files.readString(code));
    assertEquals(0, requests("DELETE /services/j"));
  }

  @Test
  void anEngineThatGoesAwayIsAnError() throws IOException {
    engine.on("GET /tasks", RUNNING, "cut");
    Result result = run(RUN);
    String prefix = "error waiting for job \"n\": error during connect: ";
    assertTrue(result.err().startsWith(prefix), result.toString());
    assertEquals(125, result.exitCode());
  }

  private static Result failure(String reason) {
    return new Result("", "error waiting for job \"n\": " + reason + '\n', 125);
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource({"run, 125", "rerun, 125"})
  void aJobThatNoNodeFitsIsEnded(String verb, int exitCode) throws IOException {
    String pending =
        "{\"ID\":\"t\",\"JobIteration\":{},\"Status\":{\"State\":\"pending\",\"Err\":\"no suitable node\"}}";
    engine.on("GET /tasks", "200 [" + pending + "]").on(UPDATE, "200 {}");
    String line = verb.equals("run") ? RUN : "rerun n";
    Result result = run(line.replaceFirst(" ", " --pending-timeout 300ms "));
    assertEquals(
        new Result(
            "",
            "docker: no node fits the job: no suitable node" + HINT.replace("run", verb),
            exitCode),
        result);
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      value = {
        "wait n --on swarm                 | 3 | 0",
        "wait n --on swarm --exit-code     | 3 | 3",
        "wait j --on swarm                 | 3 | 0",
      })
  void waitPrintsTheHighestExitCode(String line, String out, int exitCode) throws IOException {
    engine.on("GET /tasks", "200 [" + task(0, "failed", 3) + "]");
    assertEquals(new Result(out + "\n", "", exitCode), run(line));
  }

  @Test
  void waitMeetsItsTimeout() throws IOException {
    engine.on("GET /tasks", RUNNING);
    Result result = run("wait n --on swarm --timeout 300ms");
    assertEquals(new Result("", "timed out after 300ms waiting for n\n", 124), result);
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource({"wait", "logs", "rm", "inspect", "rerun"})
  void anUnknownJobIsAnError(String verb) throws IOException {
    Result result = run(verb + " x" + (verb.equals("rerun") ? "" : " --on swarm"));
    assertTrue(result.err().contains("no such job: x"), result.toString());
    assertEquals(1, result.exitCode());
  }

  /** Flags of these commands that a job has no use for. */
  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      value = {
        "ps --on swarm --size | size",
        "logs --on swarm --grep x n | grep",
        "wait --on swarm --condition removed n | condition",
        "rm --on swarm --volumes n | volumes",
        "inspect --on swarm --size n | size",
      })
  void otherFlagsAreRefused(String line, String flag) throws IOException {
    assertEquals(new Result("", "--" + flag + " cannot be used with --on swarm\n", 1), run(line));
  }
}
