package dev.davit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.davit.Target.Result;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** Tests how ssh is started and which messages its end causes, with a script instead of ssh. */
@Tag("commands")
final class SshTest {
  private static final Path ADDRESSES = Path.of("src/test/resources/ssh.txt");

  @TempDir Path folder;

  @TestFactory
  Stream<DynamicTest> addresses() throws IOException {
    return Files.readAllLines(ADDRESSES).stream()
        .filter(line -> !line.startsWith("#"))
        .map(line -> DynamicTest.dynamicTest(line, () -> check(line.split(" \\| ", 2))));
  }

  private void check(String[] columns) throws IOException {
    ssh("exit 255");
    Result result = run(columns[0], "ps");
    assertEquals(1, result.exitCode());
    if (columns[1].startsWith("= ")) {
      assertEquals(columns[1].substring(2) + '\n', result.err());
      assertEquals("", log());
    } else {
      assertEquals(columns[1] + '\n', log());
    }
  }

  @Test
  void reportsTheOutputOfSsh() throws IOException {
    ssh("echo 'no way' >&2; printf '\\033[2J' >&2; exit 255");
    assertEquals(
        "error during connect: Get \"http://docker.example.com/v1.50/containers/json\": command [ssh"
            + " -o ConnectTimeout=30 -T -- h docker system dial-stdio] has exited with exit status"
            + " 255, make sure the URL is valid, and Docker 18.09 or later is installed on the remote"
            + " host: stderr=no way\n\\x1b[2J\n",
        run("ssh://h", "ps").err());
  }

  @Test
  void reportsAConnectionWithoutData() throws IOException {
    ssh("exit 0");
    assertEquals(
        "error during connect: Get \"http://docker.example.com/v1.50/containers/json\": EOF\n",
        run("ssh://h", "ps").err());
  }

  @Test
  void reportsThatSshIsMissing() throws IOException {
    assertEquals(
        "error during connect: Get \"http://docker.example.com/v1.50/containers/json\": exec: \"ssh\":"
            + " executable file not found in $PATH\n",
        run("ssh://h", "ps").err());
  }

  /** Checks that ctrl-c and ctrl-\, signals 2 and 3, do not reach ssh. */
  @Test
  void keepsOneSshForAllRequests() throws IOException {
    try (FakeEngine engine = FakeEngine.onTcp()) {
      engine.on("GET /containers/json", "200 []");
      ssh(
          "grep SigIgn /proc/$$/status >>'"
              + folder.resolve("log")
              + "'; exec 3<>/dev/tcp/127.0.0.1/"
              + engine.address().replaceFirst(".*:", "")
              + "; cat <&3 & cat >&3");
      assertEquals(new Result("", "", 0), run("ssh://h", "ps", "-q"));
      List<String> log = log().lines().toList();
      assertEquals(2, log.size(), log.toString());
      assertTrue(log.getLast().matches("SigIgn:.*[67ef]"), log.getLast());
      assertEquals(2, engine.requests().size());
      assertEquals("docker.example.com", engine.requests().getLast().headers().get("Host"));
    }
  }

  /** Installs a script instead of ssh, which records its arguments. */
  private void ssh(String script) throws IOException {
    Path ssh = folder.resolve("ssh");
    Files.deleteIfExists(folder.resolve("log"));
    Files.writeString(
        ssh, "#!/bin/bash\necho \"$*\" >>'" + folder.resolve("log") + "'\n" + script + "\n");
    Files.setPosixFilePermissions(ssh, PosixFilePermissions.fromString("rwxr-xr-x"));
  }

  private String log() throws IOException {
    Path log = folder.resolve("log");
    return Files.exists(log) ? Files.readString(log) : "";
  }

  private Result run(String host, String... args) {
    Map<String, String> env =
        Map.of("DOCKER_HOST", host, "DOCKER_CONFIG", folder.toString(), "PATH", path());
    return Target.inProcess("docker", List.of(args), env, new byte[0], folder);
  }

  /** Returns a PATH without the system's ssh if no script is installed. */
  private String path() {
    boolean script = Files.exists(folder.resolve("ssh"));
    return script ? folder + ":" + System.getenv("PATH") : folder.toString();
  }
}
