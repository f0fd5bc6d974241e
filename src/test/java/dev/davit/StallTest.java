package dev.davit;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.davit.cli.Verbs;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * Runs every command that uses an engine against an engine that hangs: at the version request,
 * before a response or within it. One signal ends the command immediately. Uses the native binary
 * only, because of more than a hundred process starts.
 */
@Tag("native")
final class StallTest {
  /** The limit for an immediate end; a tenth of it suffices on an idle machine. */
  private static final Duration AT_ONCE = Duration.ofSeconds(1);

  private static final String STAT = "header X-Docker-Container-Path-Stat: eyJuYW1lIjoieCJ9\n";

  /** A job on a swarm, and its task, which is over. */
  private static final String JOB =
      "{\"ID\":\"a\",\"Spec\":{\"Name\":\"a\",\"Labels\":{\"dev.davit.job\":\"1\"}}}";

  private static final String TASK =
      "{\"ID\":\"t\",\"ServiceID\":\"a\",\"NodeID\":\"n\",\"Status\":{\"State\":\"complete\"}}";

  private static final String DIGEST = "200 {\"Descriptor\":{\"digest\":\"sha256:1\"}}";

  private static final String BEGUN = "200\n" + STAT + "body [\nstall";

  /**
   * A command, its request that is not answered, and whether the command reads the response's body.
   */
  private record Victim(String command, String route, boolean reads) {}

  private static final List<Victim> VICTIMS =
      List.of(
          new Victim("attach a", "GET /containers/a/json", true),
          new Victim("attach a", "POST /containers/*/attach", false),
          new Victim("attach --ws --no-stream --logs a", "GET /containers/*/attach/ws", false),
          new Victim("commit a", "POST /commit", true),
          new Victim("cp a:/x y", "GET /containers/a/archive", true),
          new Victim("cp config.json a:/x", "PUT /containers/a/archive", false),
          new Victim("create busybox", "POST /containers/create", true),
          new Victim("create b", "POST /images/create", true),
          new Victim("diff a", "GET /containers/a/changes", true),
          new Victim("exec a ls", "POST /containers/a/exec", true),
          new Victim("exec a ls", "POST /exec/*/start", false),
          new Victim("exec a ls", "GET /exec/e/json", true),
          new Victim("exec-create a ls", "POST /containers/a/exec", true),
          new Victim("exec-inspect e", "GET /exec/e/json", true),
          new Victim("exec-resize e 1 2", "POST /exec/e/resize", false),
          new Victim("exec-start e", "GET /exec/e/json", true),
          new Victim("export -o x a", "GET /containers/a/export", true),
          new Victim("image prune -f", "POST /images/prune", true),
          new Victim("import config.json", "POST /images/create", true),
          new Victim("inspect a", "GET /containers/a/json", true),
          new Victim("container inspect a", "GET /containers/a/json", true),
          new Victim("history a", "GET /images/a/history", true),
          new Victim("image inspect a", "GET /images/a/json", true),
          new Victim("images", "GET /images/json", true),
          new Victim("kill a", "POST /containers/a/kill", false),
          new Victim("load -i config.json", "POST /images/load", true),
          new Victim("logs -f a", "GET /containers/a/logs", true),
          new Victim("logs -F a", "GET /events", false),
          new Victim("network connect a b", "POST /networks/a/connect", false),
          new Victim("network create a", "POST /networks/create", true),
          new Victim("network disconnect a b", "POST /networks/a/disconnect", false),
          new Victim("network inspect a", "GET /networks/a", true),
          new Victim("network ls", "GET /networks", true),
          new Victim("network prune -f", "POST /networks/prune", true),
          new Victim("network rm a", "DELETE /networks/a", false),
          new Victim("pause a", "POST /containers/a/pause", false),
          new Victim("ping", "GET /_ping", false),
          new Victim("port a", "GET /containers/a/json", true),
          new Victim("ps", "GET /containers/json", true),
          new Victim("pull b", "POST /images/create", true),
          new Victim("push h.example/b", "POST /images/h.example/b/push", true),
          new Victim("login -u a --password-stdin r.example <config.json", "POST /auth", true),
          new Victim("container prune -f", "POST /containers/prune", true),
          new Victim("rename a b", "POST /containers/a/rename", false),
          new Victim("resize a 1 2", "POST /containers/a/resize", false),
          new Victim("restart a", "POST /containers/a/restart", false),
          new Victim("rm a", "DELETE /containers/a", false),
          new Victim("rmi a", "DELETE /images/a", true),
          new Victim("run busybox", "POST /containers/create", true),
          new Victim("run busybox", "POST /containers/*/attach", false),
          new Victim("run -d busybox", "POST /containers/*/start", false),
          new Victim("save -o x a", "GET /images/get", true),
          new Victim("search a", "GET /images/search", true),
          new Victim("spec a", "GET /containers/a/json", true),
          new Victim("start a", "POST /containers/a/start", false),
          new Victim("stat a:/x", "HEAD /containers/a/archive", false),
          new Victim("stats a", "GET /containers/a/stats", true),
          new Victim("stats --no-stream", "GET /containers/json", true),
          new Victim("stop a b", "POST /containers/b/stop", false),
          new Victim("image cp a default", "GET /images/a/json", true),
          new Victim("untag a", "GET /images/a:latest/json", true),
          new Victim("tag a b", "POST /images/a/tag", false),
          new Victim("top a", "GET /containers/a/top", true),
          new Victim("unpause a", "POST /containers/a/unpause", false),
          new Victim("update --cpus 1 a", "POST /containers/a/update", true),
          new Victim("volume clone a b", "POST /containers/create", true),
          new Victim("volume export a", "GET /volumes/a", true),
          new Victim("volume import a config.json", "GET /volumes/a", true),
          new Victim("volume create a", "POST /volumes/create", true),
          new Victim("volume inspect a", "GET /volumes/a", true),
          new Victim("volume ls", "GET /volumes", true),
          new Victim("volume prune -f", "POST /volumes/prune", true),
          new Victim("volume rm a", "DELETE /volumes/a", false),
          new Victim("volume update a", "GET /volumes/a", true),
          new Victim("version", "GET /version", true),
          new Victim("info", "GET /info", true),
          new Victim("events", "GET /events", true),
          new Victim("clone a", "POST /containers/create", true),
          new Victim("recreate a", "GET /containers/a/json", true),
          new Victim("exists a", "GET /containers/a/json", true),
          new Victim("spec-diff a b", "GET /containers/a/json", true),
          new Victim("why a", "GET /containers/a/json", true),
          new Victim("system df", "GET /system/df", true),
          new Victim("system prune -f", "POST /containers/prune", true),
          new Victim("builder prune -f", "POST /build/prune", true),
          new Victim("build - <config.json", "POST /build", true),
          new Victim("build -q - <config.json", "POST /build", true),
          new Victim("run --on swarm -d busybox", "POST /services/create", true),
          new Victim("wait --on swarm a", "GET /tasks", true),
          new Victim("logs --on swarm -f a", "GET /services/a/logs", false),
          new Victim("rerun a", "GET /services", true),
          new Victim("rerun a", "POST /services/a/update", false),
          new Victim("wait a", "POST /containers/a/wait", true),
          new Victim("wait --condition exited a", "GET /containers/a/json", true));

  @TempDir Path folder;

  @Test
  void everyCommandIsTried() {
    assertEquals(List.of(), Verbs.untried(VICTIMS.stream().map(Victim::command)));
  }

  @TestFactory
  Stream<DynamicTest> askedForItsVersion() {
    return VICTIMS.stream()
        .filter(each -> !each.command().equals("ping"))
        .map(each -> each.command())
        .distinct()
        .map(
            words ->
                DynamicTest.dynamicTest(words, () -> hang(words, "HEAD /_ping", "stall", "TERM")));
  }

  @TestFactory
  Stream<DynamicTest> beforeAnAnswer() {
    return VICTIMS.stream()
        .map(
            each ->
                DynamicTest.dynamicTest(
                    each.command() + ": " + each.route(),
                    () -> hang(each.command(), each.route(), "stall", "INT")));
  }

  @TestFactory
  Stream<DynamicTest> withinAnAnswer() {
    return VICTIMS.stream()
        .filter(Victim::reads)
        .map(
            each ->
                DynamicTest.dynamicTest(
                    each.command() + ": " + each.route(),
                    () -> hang(each.command(), each.route(), BEGUN, "INT")));
  }

  /**
   * Starts with INT ignored, as background jobs of a shell script do, or with HUP ignored, as under
   * nohup.
   */
  @TestFactory
  Stream<DynamicTest> withSignalsIgnoredAtStart() {
    return VICTIMS.stream()
        .map(
            each ->
                DynamicTest.dynamicTest(
                    each.command() + ": " + each.route(),
                    () -> hang(each.command(), each.route(), "stall", "INT", "HUP INT QUIT")));
  }

  private void hang(String words, String route, String answer, String signal) throws IOException {
    hang(words, route, answer, signal, "ALRM");
  }

  private void hang(String words, String route, String answer, String signal, String ignored)
      throws IOException {
    Files.writeString(folder.resolve("config.json"), "{}");
    try (FakeEngine engine = engine().on(route, answer)) {
      if (route.equals("POST /images/create")) {
        engine.usually("POST /containers/create", "404 {\"message\":\"No such image: b:latest\"}");
      }
      List<String> argv = List.of("/bin/sh", "-c", "trap '' " + ignored + "; exec docker " + words);
      Target target = Target.linked();
      Process process = target.start(argv, target.environment(engine.address(), folder), folder);
      engine.request(route);
      Instant told = Instant.now();
      Target.signal(signal, process.pid());
      assertEquals(signal.equals("INT") ? 130 : 143, Target.exitCode(process));
      Duration taken = Duration.between(told, Instant.now());
      assertTrue(taken.compareTo(AT_ONCE) < 0, taken::toString);
      String err = new String(process.getErrorStream().readAllBytes(), UTF_8);
      assertTrue(
          err.isEmpty() || err.startsWith("Unable to find image") || err.startsWith("DEPRECATED"),
          err);
    }
  }

  private static FakeEngine engine() throws IOException {
    return FakeEngine.onUnix()
        .api("1.42") // for volume update
        .usually("GET /volumes/*", "200 {\"Name\":\"a\"}")
        .usually("GET /info", "200 {}")
        .usually("GET /services", "200 [" + JOB + "]")
        .usually("GET /services/*", "200 " + JOB)
        .usually("POST /services/create", "201 {\"ID\":\"a\"}")
        .usually("GET /tasks", "200 [" + TASK + "]")
        .usually("GET /nodes", "200 []")
        .usually("GET /distribution/docker.io/library/busybox:latest/json", DIGEST)
        .usually("GET /services/*/logs", "200\nstall")
        .usually("GET /containers/json", "200 []")
        .usually(
            "GET /containers/*/json",
            "200 {\"Id\":\"a\",\"Config\":{\"Image\":\"b\"},\"State\":{\"Running\":true}}")
        .usually("POST /containers/*/exec", "201 {\"Id\":\"e\"}")
        .usually("POST /exec/*/start", "101\nframe 1 line\\n")
        .usually("GET /exec/*/json", "200 {\"OpenStdout\":true}")
        .usually("HEAD /containers/*/archive", "200\n" + STAT);
  }
}
