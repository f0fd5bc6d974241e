package dev.davit;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.davit.Target.Result;
import dev.davit.cli.Verbs;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** Tests the built program with unwritable output, with signals, and with an engine that dies. */
@Tag("engine")
final class ProcessTest {
  private static final String CONTAINER = "{\"Id\":\"a\",\"Names\":[\"/a\"],\"Config\":{}}";

  private static final String RUNNING =
      "{\"Id\":\"a\",\"Name\":\"/web\",\"Config\":{\"Image\":\"b\"},\"State\":{\"Running\":true}}";

  private static final String PUBLISHED =
      "{\"Id\":\"p\",\"NetworkSettings\":{\"Ports\":{\"80/tcp\":[{\"HostIp\":\"::\",\"HostPort\":\"1\"}]}}}";

  /** A job on a swarm, and its task, which is over. */
  private static final String JOB =
      "{\"ID\":\"a\",\"Spec\":{\"Name\":\"a\",\"Labels\":{\"dev.davit.job\":\"1\"}}}";

  private static final String TASK =
      "{\"ID\":\"t\",\"ServiceID\":\"a\",\"NodeID\":\"n\",\"Status\":{\"State\":\"complete\"}}";

  /** The message of a task, with details as a service's log has them. */
  private static final String TASK_LINE =
      "200\nframe 1 2026-01-01T00:00:00.000000000Z com.docker.swarm.task.id=t line\\n";

  /** Each writes at least a line to its standard output. */
  private static final List<String> WRITERS =
      List.of(
          "ps",
          "clone a",
          "recreate a",
          "why a",
          "ps --on swarm -a",
          "run --on swarm busybox",
          "run --on swarm -d busybox",
          "logs --on swarm a",
          "wait --on swarm a",
          "rm --on swarm a",
          "inspect --on swarm a",
          "rerun a",
          "ps -q",
          "ps --format json",
          "create busybox",
          "create --dry-run busybox",
          "run -d busybox",
          "run busybox",
          "start a",
          "start -a a",
          "stop a",
          "restart a",
          "kill a",
          "pause a",
          "unpause a",
          "update -m 5m a",
          "rm a",
          "wait a",
          "logs a",
          "logs --stdout a",
          "logs --grep line a",
          "attach --logs --no-stream b",
          "attach b",
          "top a",
          "diff a",
          "port p",
          "cp a:/x -",
          "exec a ls",
          "exec-create a ls",
          "exec-start f",
          "exec-inspect f",
          "inspect a",
          "container inspect -f {{.Id}} a",
          "stats --no-stream a",
          "ping",
          "stats --raw --no-stream a",
          "ps --full",
          "spec a",
          "stat a:/x",
          "container prune -f --format json",
          "wait --timeout 1h a",
          "wait --condition running a",
          "commit a",
          "images",
          "history a",
          "image inspect a",
          "search a",
          "pull b",
          "pull -q b",
          "push h.example/b",
          "push -q h.example/b",
          "login -u a --password-stdin r.example <backup",
          "logout",
          "logout r.example",
          "export a",
          "rmi a",
          "untag a",
          "image cp a default",
          "image prune -f",
          "save a",
          "network create a",
          "network inspect a",
          "network ls",
          "network prune -f",
          "network rm a",
          "load -i backup",
          "import backup",
          "volume clone a b",
          "volume create a",
          "volume export a",
          "volume import a backup",
          "volume prune --dry-run",
          "volume inspect a",
          "volume ls",
          "volume prune -f",
          "volume rm a",
          "version",
          "info",
          "events",
          "events --format json",
          "system df",
          "system df -v",
          "system prune -f",
          "system prune --dry-run",
          "builder prune -f",
          "build - <backup",
          "build -q - <backup",
          "build --context-list -f backup .",
          "completion zsh",
          "schema ps",
          "ps -o json",
          "inspect -o yaml a",
          "events -o jsonl",
          "__complete ps -",
          "context ls",
          "context show",
          "context inspect",
          "context create new --docker host=tcp://h:1",
          "context import other backup",
          "context update ctx --description d",
          "context use default",
          "context rm ctx",
          "context export default -",
          "help",
          "--version",
          "--help",
          "run --help");

  /** Commands that forward signals to the container. */
  private static final Set<String> SIGNALLED = Set.of("run busybox", "start -a a", "attach b");

  private static final String CONTINUES =
      "container web continues to run; \"docker stop web\" stops the container\n";

  /** Commands that write nothing to standard output. */
  private static final List<String> SILENT =
      List.of(
          "rename a b",
          "resize a 1 2",
          "exec-resize e 1 2",
          "tag a b",
          "exists a",
          "spec-diff a a",
          "volume update c",
          "network connect a b",
          "network disconnect a b");

  @TempDir Path folder;

  /** A context, and the file that it was exported to. */
  @BeforeEach
  void createContext() throws IOException {
    for (String words : List.of("create ctx --docker host=tcp://h:1", "export ctx backup")) {
      List<String> argv = List.of(("docker context " + words).split(" ", -1));
      Map<String, String> env = Map.of("DOCKER_CONFIG", folder.toString());
      assertEquals(0, Target.command(argv, env, new byte[0], folder).exitCode());
    }
  }

  @Test
  void everyCommandIsTried() {
    assertEquals(List.of(), Verbs.untried(Stream.concat(WRITERS.stream(), SILENT.stream())));
  }

  @TestFactory
  Stream<DynamicTest> aFullDiskDoesNotFailCommandsWithoutOutput() {
    return SILENT.stream()
        .map(
            words ->
                DynamicTest.dynamicTest(
                    words, () -> assertEquals(new Result("", "", 0), toFullDisk(words))));
  }

  @TestFactory
  Stream<DynamicTest> aFullDiskIsReportedOnce() {
    Result told = new Result("", "write /dev/stdout: no space left on device\n", 1);
    return Target.ofProcesses(WRITERS, 8)
        .map(words -> DynamicTest.dynamicTest(words, () -> assertEquals(told, toFullDisk(words))));
  }

  private Result toFullDisk(String words) throws IOException {
    try (FakeEngine engine = engine()) {
      String line = "docker " + words + " >/dev/full";
      Result result = Target.linked().run(line, engine.address(), folder);
      return new Result(result.out(), withoutNotice(result.err()), result.exitCode());
    }
  }

  /** Removes the notice about docker's old builder. */
  private static String withoutNotice(String text) {
    return text.replaceFirst("(?s)DEPRECATED: .*?\n\n", "");
  }

  /** docker reports the error while it forwards signals, and otherwise dies of the signal. */
  @TestFactory
  Stream<DynamicTest> aClosedPipeEndsTheCommand() {
    return Target.ofProcesses(WRITERS, 8)
        .map(words -> DynamicTest.dynamicTest(words, () -> brokenPipe("", words)));
  }

  @TestFactory
  Stream<DynamicTest> aClosedPipeEndsTheCommandIfSigpipeWasIgnored() {
    return Target.ofProcesses(WRITERS, 8)
        .map(words -> DynamicTest.dynamicTest(words, () -> brokenPipe("trap '' PIPE; ", words)));
  }

  private void brokenPipe(String before, String words) throws IOException {
    try (FakeEngine engine = engine()) {
      assertEquals(
          SIGNALLED.contains(words) ? "1 write /dev/stdout: broken pipe\n" + CONTINUES : "141 ",
          withoutNotice(withoutReader(before + "exec docker " + words, engine)));
    }
  }

  @Test
  void aClosedPipeWithoutForwardedSignalsNamesTheContainerToo() throws IOException {
    try (FakeEngine engine = engine()) {
      assertEquals(
          "141 " + CONTINUES, withoutReader("exec docker run --sig-proxy=false busybox", engine));
    }
  }

  @Test
  void aClosedPipeNamesTheContainerOfAnExec() throws IOException {
    try (FakeEngine engine =
        engine()
            .on("GET /exec/*/json", "200 {\"Running\":true,\"ContainerID\":\"c\"}")
            .on("GET /containers/c/json", "200 " + RUNNING)) {
      assertEquals(
          "141 the command continues to run in container web\n",
          withoutReader("exec docker exec a yes", engine));
    }
  }

  /** The container has ended, was removed, or ends soon; or the engine fails. */
  @TestFactory
  Stream<DynamicTest> aClosedPipeNamesNoContainerThatHasEnded() {
    String ended = "200 {\"Id\":\"a\",\"Name\":\"/web\",\"State\":{\"Running\":false}}";
    return Stream.of(
            List.of(ended),
            List.of("200 " + RUNNING, ended),
            List.of("404 {\"message\":\"No such container: a\"}"),
            List.of("cut"),
            List.of("stall"))
        .map(answers -> DynamicTest.dynamicTest("" + answers, () -> endedContainer(answers)));
  }

  private void endedContainer(List<String> answers) throws IOException {
    try (FakeEngine engine =
        engine().on("GET /containers/*/json", answers.toArray(String[]::new))) {
      assertEquals(
          "1 write /dev/stdout: broken pipe\n", withoutReader("exec docker run busybox", engine));
    }
  }

  /** Runs a shell line whose output nothing reads, and returns its exit code and error output. */
  private String withoutReader(String line, FakeEngine engine) throws IOException {
    Target target = Target.linked();
    List<String> argv = List.of("/bin/sh", "-c", "read go; " + line);
    Process process = target.start(argv, target.environment(engine.address(), folder), folder);
    process.getInputStream().close();
    process.getOutputStream().write('\n');
    process.getOutputStream().flush();
    String err = new String(process.getErrorStream().readAllBytes(), UTF_8);
    return Target.exitCode(process) + " " + err;
  }

  /** Signals that would end a JVM or a native program by default; docker ignores them. */
  @Test
  void otherSignalsDoNotEndTheCommand() throws IOException {
    try (FakeEngine engine = engine().on("GET /containers/json", "stall")) {
      Process process = start(engine, "ps");
      engine.request("GET /containers/json");
      for (String signal : List.of("USR1", "USR2", "ALRM", "XCPU", "IO", "PWR", "TERM")) {
        Target.signal(signal, process.pid());
      }
      assertEquals(new Result("", "", 143), Target.result(process));
    }
  }

  /** INT as in a background job of a shell script, HUP as under nohup. */
  @TestFactory
  Stream<DynamicTest> signalsIgnoredAtStartArePassedOn() {
    return Stream.of("HUP", "INT", "TERM", "USR1")
        .map(signal -> DynamicTest.dynamicTest(signal, () -> passedOn(signal)));
  }

  private void passedOn(String signal) throws IOException {
    try (FakeEngine engine = engine()) {
      engine
          .on("POST /containers/*/attach", "101\nawait POST /containers/*/kill\n")
          .on(
              "POST /containers/*/wait",
              "200\nawait POST /containers/*/kill\nbody {\"StatusCode\":7}")
          .on("POST /containers/*/kill", "204");
      Process process = startIgnoring(signal, engine, "run busybox");
      engine.request("POST /containers/*/start");
      Target.signal(signal, process.pid());
      assertEquals(new Result("", "", 7), Target.result(process));
      assertEquals("signal=" + signal, engine.request("POST /containers/*/kill").query());
    }
  }

  @Test
  void hangupIgnoredAtStartIsNoEnd() throws IOException {
    try (FakeEngine engine = engine().on("GET /containers/json", "stall")) {
      Process process = startIgnoring("HUP", engine, "ps");
      engine.request("GET /containers/json");
      Target.signal("HUP", process.pid());
      Target.signal("TERM", process.pid());
      assertEquals(new Result("", "", 143), Target.result(process));
    }
  }

  private Process startIgnoring(String signal, FakeEngine engine, String words) throws IOException {
    Target target = Target.linked();
    String line = "trap '' " + signal + "; exec docker " + words;
    return target.start(
        List.of("/bin/sh", "-c", line), target.environment(engine.address(), folder), folder);
  }

  @Test
  void logsEndWithTheEngine() throws IOException {
    assertEquals("1 unexpected EOF\n", killed("logs -f a", "GET /containers/*/logs"));
  }

  @Test
  void runEndsWithTheEngine() throws IOException {
    assertEquals(
        "125 error waiting for container: unexpected EOF\n",
        killed("run busybox", "POST /containers/*/attach"));
  }

  @Test
  void execEndsWithTheEngine() throws IOException {
    assertEquals(
        "255 the connection to the engine was lost while the command was running\n",
        killed("exec a ls", "POST /exec/*/start"));
  }

  @Test
  void attachEndsWithTheEngine() throws IOException {
    assertEquals("1 unexpected EOF\n", killed("attach a", "POST /containers/*/attach"));
  }

  @Test
  void startEndsWithTheEngine() throws IOException {
    assertEquals(
        "125 error waiting for container: unexpected EOF\n",
        killed("start -a a", "POST /containers/*/attach"));
  }

  @Test
  void waitEndsWithTheEngine() throws IOException {
    try (FakeEngine engine = engine()) {
      engine.on("POST /containers/*/wait", "200\nbody \\n\nstall");
      Process process = start(engine, "wait a");
      engine.request("POST /containers/*/wait");
      engine.close();
      String err = new String(process.getErrorStream().readAllBytes(), UTF_8);
      assertTrue(err.endsWith("EOF\n"), err);
      assertEquals(1, Target.exitCode(process));
    }
  }

  /**
   * A closed descriptor must not be reused for the engine's socket, which would receive the output.
   */
  @TestFactory
  Stream<DynamicTest> closedDescriptorsAreNotReused() {
    return Stream.of(
            "ps", "logs a", "exec -i a ls", "run -i busybox", "start -a a", "attach --logs a")
        .flatMap(
            words ->
                Stream.of("<&-", ">&-", "2>&-", "<&- >&-", "<&- 2>&-", ">&- 2>&-", "<&- >&- 2>&-")
                    .map(closed -> words + ' ' + closed))
        .map(line -> DynamicTest.dynamicTest(line, () -> closed(line)));
  }

  private void closed(String line) throws IOException {
    try (FakeEngine engine =
        engine().usually("POST /containers/*/attach", "101\nframe 1 line\\n")) {
      Result result = Target.linked().run("docker " + line, engine.address(), folder);
      boolean shown = !line.contains(" >&-") && !line.startsWith("ps");
      assertEquals("0 ", result.exitCode() + " " + result.err());
      assertTrue(!shown || result.out().equals("line\n"), result.out());
      assertTrue(!line.contains(" >&-") || result.out().isEmpty(), result.out());
    }
  }

  /** Kills the engine during the output; returns exit code and standard error. */
  private String killed(String words, String route) throws IOException {
    try (FakeEngine engine = engine()) {
      engine
          .on(route, (route.startsWith("GET") ? "200" : "101") + "\nframe 1 line\\n\nstall")
          .usually("POST /containers/*/wait", "200\nbody \\n\nstall");
      Process process = start(engine, words);
      assertEquals("line\n", new String(process.getInputStream().readNBytes(5), UTF_8));
      engine.request(route);
      if (words.startsWith("run") || words.startsWith("start")) {
        engine.request("POST /containers/*/start");
      }
      engine.close();
      String err = new String(process.getErrorStream().readAllBytes(), UTF_8);
      return Target.exitCode(process) + " " + err;
    }
  }

  private Process start(FakeEngine engine, String words) throws IOException {
    List<String> argv = new ArrayList<>(List.of("docker"));
    argv.addAll(List.of(words.split(" ", -1)));
    Map<String, String> env =
        Map.of("DOCKER_HOST", engine.address(), "DOCKER_CONFIG", folder.toString());
    return Target.linked().start(argv, env, folder);
  }

  private static FakeEngine engine() throws IOException {
    return FakeEngine.onUnix()
        .api("1.42") // for volume update
        .usually("GET /containers/json", "200 [" + CONTAINER + "]")
        .usually("GET /containers/*/json", "200 " + RUNNING)
        .usually("GET /containers/*/logs", "200\nframe 1 line\\n")
        .usually(
            "POST /containers/*/attach", "101\nawait POST /containers/*/start\nframe 1 line\\n")
        .usually("POST /containers/b/attach", "101\nframe 1 line\\n")
        .usually("POST /containers/*/exec", "201 {\"Id\":\"e\"}")
        .usually("POST /exec/*/start", "101\nframe 1 line\\n")
        .usually("GET /exec/*/json", "200 {\"ExitCode\":0}")
        .usually("GET /exec/f/json", "200 {\"OpenStdout\":true}", "200 {\"ExitCode\":0}")
        .usually("GET /containers/*/stats", "200 {\"id\":\"a\",\"name\":\"/a\"}")
        .usually("GET /_ping", "200 OK")
        .usually("GET /info", "200 {}")
        .usually(
            "HEAD /containers/*/archive",
            "200\nheader X-Docker-Container-Path-Stat: eyJuYW1lIjoieCJ9")
        .usually("GET /containers/*/archive", CompletionEngine.archive("file ./x 1"))
        .usually("GET /containers/p/json", "200 " + PUBLISHED)
        .usually("GET /containers/*/top", "200 {\"Titles\":[\"PID\"],\"Processes\":[]}")
        .usually("GET /containers/*/changes", "200 [{\"Kind\":1,\"Path\":\"/x\"}]")
        .usually("POST /containers/*/pause", "204")
        .usually("POST /containers/*/unpause", "204")
        .usually("POST /containers/*/rename", "204")
        .usually("POST /containers/*/update", "200 {}")
        .usually("POST /exec/*/resize", "200")
        .usually("POST /containers/prune", "200 {\"SpaceReclaimed\":0}")
        .usually("GET /events", "200 {\"Type\":\"daemon\",\"Action\":\"reload\"}")
        .usually("GET /system/df", "200 {}")
        .usually("GET /networks", "200 []")
        .usually("POST /networks/prune", "200 {}")
        .usually("POST /build/prune", "200 {}")
        .usually("POST /build", "200 {\"stream\":\"Successfully built i\\\\n\"}")
        .usually("POST /images/create", "200 {\"status\":\"Pulling\"}")
        .usually("POST /images/h.example/b/push", "200 {\"status\":\"Pushing\"}")
        .usually("POST /auth", "200 {\"Status\":\"Login Succeeded\",\"IdentityToken\":\"t\"}")
        .usually("POST /commit", "201 {\"Id\":\"i\"}")
        .usually("GET /images/json", "200 [{\"Id\":\"i\"}]")
        .usually("GET /images/a/history", "200 [{\"Id\":\"i\"}]")
        .usually("GET /images/a/json", "200 {\"Id\":\"i\"}")
        .usually("GET /images/a:latest/json", "200 {\"RepoTags\":[\"a:latest\",\"b:1\"]}")
        .usually("GET /images/search", "200 [{\"name\":\"x\"}]")
        .usually("GET /containers/*/export", "200 files")
        .usually("DELETE /images/*", "200 [{\"Untagged\":\"a:latest\"}]")
        .usually("POST /images/prune", "200 {\"SpaceReclaimed\":0}")
        .usually("GET /images/get", CompletionEngine.archive("file ./x 1"))
        .usually("POST /images/load", "200 {\"stream\":\"Loaded image: a\\\\n\"}")
        .usually("POST /images/create", "200 {\"status\":\"sha256:1\"}")
        .usually("POST /images/*/tag", "201")
        .usually("GET /networks", "200 [{\"Name\":\"a\"}]")
        .usually("GET /networks/a", "200 {\"Name\":\"a\"}")
        .usually("DELETE /networks/*", "204")
        .usually("POST /networks/create", "201 {\"Id\":\"a\"}")
        .usually("POST /networks/prune", "200 {\"NetworksDeleted\":[\"a\"]}")
        .usually("POST /networks/*/connect", "200")
        .usually("POST /networks/*/disconnect", "200")
        .usually("GET /volumes", "200 {\"Volumes\":[{\"Name\":\"v\"}]}")
        .usually("GET /volumes/a", "200 {\"Name\":\"a\"}")
        .usually("GET /volumes/c", "200 {\"Name\":\"c\",\"ClusterVolume\":{\"ID\":\"c\"}}")
        .usually("PUT /volumes/*", "200")
        .usually("PUT /containers/*/archive", "200")
        .usually("POST /volumes/create", "201 {\"Name\":\"a\"}")
        .usually("DELETE /volumes/*", "204")
        .usually("POST /volumes/prune", "200 {\"SpaceReclaimed\":0}")
        .usually("GET /services", "200 [" + JOB + "]")
        .usually("GET /services/*", "200 " + JOB)
        .usually("POST /services/create", "201 {\"ID\":\"a\"}")
        .usually("POST /services/*/update", "200 {}")
        .usually("DELETE /services/*", "200")
        .usually(
            "GET /distribution/docker.io/library/busybox:latest/json",
            "200 {\"Descriptor\":{\"digest\":\"sha256:1\"}}")
        .usually("GET /tasks", "200 [" + TASK + "]")
        .usually("GET /nodes", "200 []")
        .usually("GET /services/*/logs", TASK_LINE)
        .usually("GET /version", "200 {\"Version\":\"1\"}");
  }
}
