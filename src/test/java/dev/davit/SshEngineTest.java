package dev.davit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.davit.Target.Result;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** Tests the installed ssh with a real sshd: messages, number of processes, and their end. */
@Tag("native")
final class SshEngineTest {
  private static final String TICKS = "sh -c 'while :; do echo tick; sleep 0.1; done'";

  private static final String NAME = "ssh-up";

  @TempDir Path folder;
  private Target target;
  private SshServer server;
  private Reach reach;

  @BeforeEach
  void start() throws IOException {
    target = Target.linked();
    server = new SshServer(folder.resolve("ssh"));
    reach = to("ssh://engine" + Reach.privateEngine().substring("unix://".length()));
    local("docker rm -f " + NAME + "; docker run -d --name " + NAME + " busybox " + TICKS);
  }

  @AfterEach
  void end() throws IOException {
    local("docker rm -f $(docker ps -aq --filter name=ssh-)");
  }

  private void local(String line) throws IOException {
    target.run(line, Reach.privateEngine(), folder);
  }

  private Reach to(String host) {
    return Reach.bySsh(server, host);
  }

  private Result run(String line) throws IOException {
    return target.run(line, reach, folder);
  }

  @Test
  void oneSshCarriesAllRequestsThatFollowOneAnother() throws IOException {
    assertEquals(0, run("docker ps -q && docker exec -d " + NAME + " true").exitCode());
    assertEquals(2, server.started());
    assertEquals(new Result("hi\n", "", 0), run("echo hi | docker run -i --rm busybox cat"));
    // as many connections as docker: for the streams, for the wait, and for other requests
    assertEquals(2 + 3, server.started());
  }

  /** Checks {@code system dial-stdio}, which ssh starts on the engine's host. */
  @Test
  void davitIsTheRemoteCommand() throws IOException {
    server = new SshServer(folder.resolve("other"), target.path());
    reach = to("ssh://engine" + Reach.privateEngine().substring("unix://".length()));
    assertEquals(new Result("hi\n", "", 0), run("echo hi | docker run -i --rm busybox cat"));
    assertEquals(new Result("", "", 0), run("docker stop -t 0 " + NAME + " >/dev/null"));
  }

  /** Checks docker's own requests, and those of its plugin compose, which starts ssh itself. */
  @Test
  void dockerAndComposeReachTheEngineThroughDavit() throws IOException {
    server = new SshServer(folder.resolve("other"), target.path());
    reach = to("ssh://engine" + Reach.privateEngine().substring("unix://".length()));
    String docker = Target.docker().orElseThrow().toString();
    assertEquals(
        new Result("hi\n", "", 0), run("echo hi | " + docker + " run -i --rm busybox cat"));
    assertEquals(
        new Result(NAME + '\n', "", 0), run(docker + " ps --format '{{.Names}}' -f name=" + NAME));
    assertEquals(3, run(docker + " exec " + NAME + " sh -c 'exit 3'").exitCode());

    Files.writeString(
        folder.resolve("compose.yaml"),
        """
        name: ssh-composed
        services:
          web:
            image: busybox
            network_mode: none
            init: true
            command: sh -c 'echo started; exec sleep 1000'
        """);
    String compose = docker + " compose ";
    run("mkdir cli-plugins && ln -s \"$(command -v docker-compose)\" cli-plugins");
    Result up = run(compose + "up -d");
    assertEquals(0, up.exitCode(), up.err());
    assertEquals(
        new Result("ssh-composed-web-1 running\n", "", 0),
        run(compose + "ps --format '{{.Name}} {{.State}}'"));
    assertEquals(
        new Result("started\nin\n", "", 0),
        run(compose + "logs --no-log-prefix && echo in | " + compose + "exec -T web cat"));
    assertEquals(0, run(compose + "down -t 0").exitCode());
    assertEquals(new Result("", "", 0), run(compose + "ps -aq"));
  }

  @Test
  void theOutputOfSshIsPrinted() throws IOException {
    server.write("known_hosts", "");
    String unknown = run("docker ps").err();
    assertTrue(
        unknown.contains(
            " system dial-stdio] has exited with exit status 255, make sure the URL is valid, and"
                + " Docker 18.09 or later is installed on the remote host: stderr="),
        unknown);
    assertTrue(unknown.contains("Host key verification failed."), unknown);
  }

  @Test
  void theOutputOfTheRemoteCommandIsPrinted() throws IOException {
    server.write("user_key.pub", "");
    String refused = run("docker ps").err();
    assertTrue(refused.contains("Permission denied (publickey)"), refused);
  }

  @Test
  void aSocketThatIsNotThereIsNamed() throws IOException {
    Result result = target.run("docker ps", to("ssh://engine/no/such.sock"), folder);
    assertEquals(1, result.exitCode());
    if (!Target.isDocker()) {
      assertTrue(result.err().contains("/no/such.sock"), result.err());
    }
  }

  /** docker passes the path to the remote shell. */
  @Test
  void thePathIsNoShellLine() throws IOException {
    Path made = folder.resolve("made");
    Result result = target.run("docker ps", to("ssh://engine/x;touch${IFS}" + made), folder);
    assertEquals(1, result.exitCode());
    assertEquals(Target.isDocker(), Files.exists(made));
  }

  @TestFactory
  Stream<DynamicTest> killed() {
    return Stream.of(
            "run --name ssh-run busybox " + TICKS,
            "exec " + NAME + ' ' + TICKS,
            "logs -f " + NAME,
            "attach --no-stdin " + NAME,
            "stats --format tick " + NAME,
            "wait " + NAME)
        .map(words -> DynamicTest.dynamicTest(words, () -> kill(words)));
  }

  /** Kills each ssh of a running command, which then reports an error and ends. */
  private void kill(String words) throws IOException {
    long before = server.started();
    Path out = folder.resolve("out");
    Files.deleteIfExists(out);
    Process process = start(words);
    if (words.startsWith("wait")) {
      // waiting prints nothing: it begins once ssh runs, after another request
      Await.until(() -> ssh(process) > 0, words);
      assertEquals(0, run("docker inspect " + NAME).exitCode());
    } else {
      Await.until(() -> Await.content(out).contains("tick"), words);
    }
    assertTrue(server.started() > before);
    process.descendants().filter(SshEngineTest::isSsh).forEach(ProcessHandle::destroyForcibly);
    Instant killed = Instant.now();
    Result result = Target.result(process);
    assertTrue(Duration.between(killed, Instant.now()).toMillis() < 4000, words + result);
    assertFalse(result.err().isBlank(), words);
    if (!Target.isDocker()) {
      assertTrue(result.err().contains("has exited with exit status 137"), result.err());
      assertEquals(1, result.exitCode(), result.err());
    }
  }

  /** Checks that no ssh remains, even if davit is killed. */
  @Test
  void noSshIsLeftBehind() throws IOException {
    for (String signal : List.of("INT", "KILL")) {
      Process process = start("wait " + NAME);
      Await.until(() -> ssh(process) > 0, "wait");
      // ssh is waiting now, and no output from the remote host could end an orphaned ssh
      assertEquals(0, run("docker inspect " + NAME).exitCode());
      List<ProcessHandle> all = process.descendants().toList();
      assertFalse(all.isEmpty());
      Target.signal(signal, process.pid());
      assertEquals(signal.equals("INT") ? 130 : 137, Target.exitCode(process));
      Await.until(
          () -> all.stream().noneMatch(ProcessHandle::isAlive), "their end after " + signal);
    }
  }

  private Process start(String words) throws IOException {
    return target.start(
        List.of("/bin/sh", "-c", "exec docker " + words + " >out </dev/null"),
        target.environment(reach, folder),
        folder);
  }

  private static long ssh(Process process) {
    return process.descendants().filter(SshEngineTest::isSsh).count();
  }

  private static boolean isSsh(ProcessHandle process) {
    return process.info().command().orElse("").endsWith("/ssh");
  }
}
