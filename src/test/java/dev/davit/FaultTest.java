package dev.davit;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.davit.Target.Result;
import dev.davit.cli.Verbs;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * Runs every command against every response of faults/answers.txt: the result is a one-line message
 * and the expected exit code, never a stack trace or a hang.
 */
@Tag("commands")
final class FaultTest {
  private static final Path ANSWERS = Path.of("src/test/resources/faults/answers.txt");

  /** The message for an error response to HEAD, which has no body. */
  private static final String WITHOUT_A_BODY =
      "request returned [45].* for API route and version http://.*, check if the server supports"
          + " the requested API version";

  /** A job on a swarm, and its task, which is over. */
  private static final String JOB =
      "{\"ID\":\"a\",\"Spec\":{\"Name\":\"a\",\"Labels\":{\"dev.davit.job\":\"1\"}}}";

  private static final String TASK =
      "{\"ID\":\"t\",\"ServiceID\":\"a\",\"NodeID\":\"n\",\"Status\":{\"State\":\"complete\"}}";

  private static final String DIGEST = "200 {\"Descriptor\":{\"digest\":\"sha256:1\"}}";

  /** The lines of the notice of {@code builder}, and the progress of {@code build -q}. */
  private static final Pattern LEGACY_BUILDER =
      Pattern.compile("DEPRECATED: .*| {12}.*|Sending build context .*|");

  /** A command, the request of it that meets the fault, and whether it reads the answer's body. */
  private record Victim(String command, String route, boolean reads, int exitCode) {}

  private static final List<Victim> VICTIMS =
      List.of(
          new Victim("ps", "GET /containers/json", true, 1),
          new Victim("ps -q", "GET /containers/json", true, 1),
          new Victim("ps -o json", "GET /containers/json", true, 1),
          new Victim("inspect -o yaml a", "GET /containers/a/json", true, 1),
          new Victim("events -o jsonl", "GET /events", false, 1),
          new Victim("create busybox", "POST /containers/create", true, 1),
          new Victim("run busybox", "POST /containers/create", true, 125),
          new Victim("run -d busybox", "POST /containers/*/start", false, 125),
          new Victim("run busybox", "POST /containers/*/attach", false, 1),
          new Victim("run busybox", "POST /containers/*/start", false, 125),
          new Victim("run -d --replace --name a busybox", "GET /containers/json", true, 125),
          new Victim("create --replace --name a busybox", "GET /containers/a/json", true, 1),
          new Victim("clone a", "POST /containers/create", true, 1),
          new Victim("recreate a", "GET /containers/a/json", true, 1),
          new Victim("recreate a", "POST /containers/create", true, 1),
          new Victim("start a", "POST /containers/a/start", false, 1),
          new Victim("stop a", "POST /containers/a/stop", false, 1),
          new Victim("kill a", "POST /containers/a/kill", false, 1),
          new Victim("rm a", "DELETE /containers/a", false, 1),
          new Victim("wait a", "POST /containers/a/wait", true, 1),
          new Victim("wait --condition exited a", "GET /containers/a/json", true, 1),
          new Victim("wait --condition exited a", "GET /events", false, 1),
          new Victim("wait --condition log=x a", "GET /containers/*/logs", false, 1),
          new Victim("exists a", "GET /containers/a/json", true, 125),
          new Victim("spec-diff a b", "GET /containers/a/json", true, 125),
          new Victim("why a", "GET /containers/a/json", true, 1),
          new Victim("logs a", "GET /containers/a/json", true, 1),
          new Victim("logs a", "GET /containers/*/logs", false, 1),
          new Victim("logs --grep x a", "GET /containers/*/logs", false, 1),
          new Victim("exec a ls", "GET /containers/a/json", true, 1),
          new Victim("exec a ls", "POST /containers/a/exec", true, 1),
          new Victim("exec a ls", "POST /exec/*/start", false, 1),
          new Victim("exec a ls", "GET /exec/*/json", true, 1),
          new Victim("exec-create a ls", "POST /containers/a/exec", true, 1),
          new Victim("exec-start e", "GET /exec/e/json", true, 1),
          new Victim("exec-start -d f", "POST /exec/f/start", false, 1),
          new Victim("exec-inspect e", "GET /exec/e/json", true, 1),
          new Victim("exec-resize e 1 2", "POST /exec/e/resize", false, 1),
          new Victim("resize a 1 2", "POST /containers/a/resize", false, 1),
          new Victim("attach --logs --no-stream a", "GET /containers/*/logs", false, 1),
          new Victim("attach --ws --logs --no-stream a", "GET /containers/*/attach/ws", false, 1),
          new Victim("exec -d a ls", "POST /exec/*/start", false, 1),
          new Victim("attach a", "GET /containers/a/json", true, 1),
          new Victim("attach a", "POST /containers/*/attach", false, 1),
          new Victim("cp a:/x -", "GET /containers/a/archive", false, 1),
          new Victim("cp - a:/x", "PUT /containers/a/archive", false, 1),
          new Victim("stat a:/x", "HEAD /containers/a/archive", false, 1),
          new Victim("pause a", "POST /containers/a/pause", false, 1),
          new Victim("unpause a", "POST /containers/a/unpause", false, 1),
          new Victim("rename a b", "POST /containers/a/rename", false, 1),
          new Victim("restart a", "POST /containers/a/restart", false, 1),
          new Victim("spec a", "GET /containers/a/json", true, 1),
          new Victim("spec a", "GET /info", true, 1),
          new Victim("inspect a", "GET /containers/a/json", true, 1),
          new Victim("container inspect a", "GET /containers/a/json", true, 1),
          new Victim("inspect --type image a", "GET /images/a/json", true, 1),
          new Victim("inspect --type network a", "GET /networks/a", true, 1),
          new Victim("inspect --type volume a", "GET /volumes/a", true, 1),
          new Victim("top a", "GET /containers/a/top", true, 1),
          new Victim("diff a", "GET /containers/a/changes", true, 1),
          new Victim("port a", "GET /containers/a/json", true, 1),
          new Victim("update -m 5m a", "POST /containers/a/update", true, 1),
          new Victim("container prune -f", "POST /containers/prune", true, 1),
          new Victim("stats --no-stream a", "GET /containers/a/stats", true, 1),
          new Victim("stats --no-stream", "GET /containers/json", true, 1),
          new Victim("stats --no-stream --raw a", "GET /containers/a/stats", true, 1),
          new Victim("ps --full", "GET /containers/json", true, 1),
          new Victim("container prune -f --format json", "POST /containers/prune", true, 1),
          new Victim("wait --timeout 1h a", "POST /containers/a/wait", true, 1),
          new Victim("commit a", "POST /commit", true, 1),
          new Victim("export a", "GET /containers/a/export", false, 1),
          new Victim("rmi a", "DELETE /images/a", true, 1),
          new Victim("tag a b", "POST /images/a/tag", false, 1),
          new Victim("image cp a default", "GET /images/a/json", true, 1),
          new Victim("image cp a default", "GET /images/get", false, 1),
          new Victim("untag a:latest", "GET /images/a:latest/json", true, 1),
          new Victim("image prune -f", "POST /images/prune", true, 1),
          new Victim("save a", "GET /images/get", false, 1),
          new Victim("load", "POST /images/load", false, 1),
          new Victim("import -", "POST /images/create", true, 1),
          new Victim("images", "GET /images/json", true, 1),
          new Victim("history a", "GET /images/a/history", true, 1),
          new Victim("image inspect a", "GET /images/a/json", true, 1),
          new Victim("search a", "GET /images/search", true, 1),
          new Victim("pull b", "POST /images/create", false, 1),
          new Victim("push h.example/b", "POST /images/h.example/b/push", false, 1),
          new Victim("login -u a -p b r.example", "POST /auth", true, 1),
          new Victim("network connect a b", "POST /networks/a/connect", false, 1),
          new Victim("network create a", "POST /networks/create", true, 1),
          new Victim("network disconnect a b", "POST /networks/a/disconnect", false, 1),
          new Victim("network inspect a", "GET /networks/a", true, 1),
          new Victim("network ls", "GET /networks", true, 1),
          new Victim("network prune -f", "POST /networks/prune", true, 1),
          new Victim("network rm a", "DELETE /networks/a", false, 1),
          new Victim("volume ls", "GET /volumes", true, 1),
          new Victim("volume create a", "POST /volumes/create", true, 1),
          new Victim("volume rm --dry-run a", "GET /volumes/a", true, 1),
          new Victim("volume prune --dry-run -q", "GET /volumes", true, 1),
          new Victim("volume export a", "GET /volumes/a", true, 1),
          new Victim("volume export a", "GET /containers/*/archive", false, 1),
          new Victim("volume import a -", "PUT /containers/*/archive", false, 1),
          new Victim("volume clone a b", "GET /containers/*/archive", false, 1),
          new Victim("volume inspect a", "GET /volumes/a", true, 1),
          new Victim("volume rm a", "DELETE /volumes/a", false, 1),
          new Victim("volume prune -f", "POST /volumes/prune", true, 1),
          new Victim("volume update a", "GET /volumes/a", true, 1),
          new Victim("version", "GET /version", true, 1),
          new Victim("info", "GET /info", true, 1),
          new Victim("events", "GET /events", false, 1),
          new Victim("system df", "GET /system/df", true, 1),
          new Victim("system prune -f", "POST /containers/prune", true, 1),
          new Victim("builder prune -f", "POST /build/prune", true, 1),
          new Victim("build -", "POST /build", true, 1),
          new Victim("build -q -", "POST /build", true, 1),
          new Victim("container prune --dry-run", "GET /containers/json", true, 1),
          new Victim("ps --on swarm", "GET /services", true, 1),
          new Victim("ps --on swarm", "GET /tasks", true, 1),
          new Victim("run --on swarm -d busybox", "POST /services/create", true, 125),
          new Victim("run --on swarm busybox", "GET /tasks", true, 125),
          new Victim("logs --on swarm a", "GET /services/a/logs", false, 1),
          new Victim("wait --on swarm a", "GET /tasks", true, 1),
          new Victim("rm --on swarm a", "DELETE /services/a", false, 1),
          new Victim("inspect --on swarm a", "GET /services/a", true, 1),
          new Victim("rerun a", "GET /services", true, 1),
          new Victim("rerun -d a", "POST /services/a/update", false, 1),
          new Victim("ping", "GET /_ping", false, 1));

  /**
   * A response of the file: whether its fault is in the body, its steps, and the expected message.
   *
   * @param answer the steps, which are parsed once, as a body can be large
   */
  private record Fault(String name, boolean inBody, String steps, FakeAnswer answer, String said) {}

  /** An archive without files, which every command can read from standard input. */
  private static final byte[] EMPTY_TAR = new byte[1024];

  @TempDir Path folder;

  @Test
  void everyCommandIsTried() {
    assertEquals(List.of(), Verbs.untried(VICTIMS.stream().map(Victim::command)));
  }

  @TestFactory
  Stream<DynamicTest> faults() throws IOException {
    List<DynamicTest> tests = new ArrayList<>();
    for (Fault fault : read()) {
      for (Victim victim : VICTIMS) {
        if ((victim.reads() || !fault.inBody()) && !isPassedOver(fault, victim)) {
          String name = victim.command() + ": " + victim.route() + ' ' + fault.name();
          tests.add(DynamicTest.dynamicTest(name, () -> check(fault, victim)));
        }
      }
    }
    return Target.ofCommands(tests, 3);
  }

  /**
   * Whether the command ignores the fault: streams have no length limit, and excess data is skipped
   * in constant memory; a stream of messages may be empty.
   */
  private static boolean isPassedOver(Fault fault, Victim victim) {
    return fault.name().contains("too large") && victim.route().endsWith("/stats")
        || fault.name().equals("body is empty")
            && Set.of("POST /images/create", "POST /build").contains(victim.route());
  }

  private void check(Fault fault, Victim victim) throws IOException {
    try (FakeEngine engine = FakeEngine.onUnix()) {
      engine
          .usually(
              "GET /containers/*/json",
              "200 {\"Id\":\"a\",\"Config\":{\"Image\":\"b\"},\"State\":{\"Running\":true}}")
          .usually(
              "HEAD /containers/*/archive",
              "200\nheader X-Docker-Container-Path-Stat: eyJuYW1lIjoieCIsIm1vZGUiOjIxNDc0ODQxNTl9")
          .usually("GET /events", "200\nstall")
          .usually("POST /containers/*/exec", "201 {\"Id\":\"e\"}")
          .usually("POST /exec/*/start", "101")
          .usually("GET /exec/*/json", "200 {\"ExitCode\":0}")
          .usually("GET /exec/f/json", "200 {}")
          .usually("GET /info", "200 {}")
          .usually("GET /containers/json", "200 []")
          .usually("POST /containers/create", "201 {\"Id\":\"b\"}")
          .usually("GET /volumes/*", "200 {\"Name\":\"a\"}")
          .usually("GET /images/a/json", "200 {\"Id\":\"a\"}")
          .usually("GET /services", "200 [" + JOB + "]")
          .usually("GET /services/*", "200 " + JOB)
          .usually("POST /services/create", "201 {\"ID\":\"a\"}")
          .usually("GET /tasks", "200 [" + TASK + "]")
          .usually("GET /nodes", "200 []")
          .usually("GET /distribution/docker.io/library/busybox:latest/json", DIGEST)
          .usually("GET /services/*/logs", "200")
          .api("1.42") // for volume update
          .on(victim.route(), fault.answer());
      Map<String, String> env =
          Map.of("DOCKER_HOST", engine.address(), "DOCKER_CONFIG", folder.toString());
      List<String> argv = List.of(("docker " + victim.command()).split(" ", -1));
      Result result = Target.command(argv, env, EMPTY_TAR, folder);
      String all = result.toString();
      assertEquals(victim.exitCode(), result.exitCode(), all);
      assertTrue(!all.contains("internal error") && !all.contains("Exception"), all);
      FakeRequest request = engine.sent(victim.route());
      assertTrue(said(fault, request).matcher(firstLine(result)).matches(), all);
      long count = engine.requests().stream().filter(r -> isSame(r, request)).count();
      assertTrue(count == 1 || count == 2 && isAskedAgain(fault, request), count + ": " + all);
    }
  }

  /** Whether the request is sent again, because a kept connection can be closed while idle. */
  private static boolean isAskedAgain(Fault fault, FakeRequest request) {
    return fault.steps().equals("cut") && Set.of("GET", "HEAD").contains(request.method());
  }

  private static boolean isSame(FakeRequest one, FakeRequest other) {
    return one.route().equals(other.route());
  }

  private static String firstLine(Result result) {
    return result
        .err()
        .lines()
        .filter(line -> !line.startsWith("WARNING! Using --password"))
        .filter(line -> !LEGACY_BUILDER.matcher(line).matches())
        .findFirst()
        .orElse("");
  }

  private static Pattern said(Fault fault, FakeRequest request) {
    String method = request.method();
    boolean isSilent = method.equals("HEAD") && fault.name().startsWith("head refuses");
    String said =
        (isSilent ? WITHOUT_A_BODY : fault.said())
            .replace("METHOD \"URL\"", titled(method) + " \"http://.*" + request.path() + ".*\"")
            .replace("METHOD ROUTE", request.route());
    return Pattern.compile(
        "(docker: |error waiting for (container|job \"a\"): |ERROR: )?(" + said + ')');
  }

  private static String titled(String method) {
    return method.charAt(0) + method.substring(1).toLowerCase(java.util.Locale.ROOT);
  }

  private static List<Fault> read() throws IOException {
    List<Fault> faults = new ArrayList<>();
    for (String block : Files.readString(ANSWERS, UTF_8).strip().split("\n\n+", -1)) {
      List<String> lines = block.lines().filter(line -> !line.startsWith("#")).toList();
      if (!lines.isEmpty()) {
        String steps =
            String.join("\n", lines.subList(1, lines.size() - 1))
                .replaceAll("(?m)^  ", "")
                .replace("DEEP", "[".repeat(100_000))
                .replace("HUGE", '"' + "x".repeat(65 * 1024 * 1024) + '"');
        boolean inBody = lines.getFirst().startsWith("body ");
        FakeAnswer answer = FakeAnswer.parse(steps);
        String said = lines.getLast().substring(4);
        faults.add(new Fault(lines.getFirst(), inBody, steps, answer, said));
      }
    }
    return faults;
  }
}
