package dev.davit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The audit log of whole commands. */
final class AuditTest {
  private static final Pattern VARYING =
      Pattern.compile("\"(time|pid)\":[^,]*,|\"context\":[^,]*,");

  @TempDir Path folder;

  @Test
  void pathsAreThoseOfTheApiBelowABasePath() throws IOException {
    try (FakeEngine engine = FakeEngine.onTcp()) {
      run(engine.address() + "/base", 1, List.of("rm", "a"));
      assertTrue(
          engine.requests().stream().anyMatch(each -> each.route().contains("base")),
          engine.requests().toString());
    }
    assertEquals(
        List.of(
            "{\"verb\":\"rm\",\"event\":\"request\",\"request\":\"DELETE /containers/a\",\"ids\":[\"a\"]}",
            "{\"verb\":\"rm\",\"event\":\"response\",\"request\":\"DELETE /containers/a\",\"status\":404,\"ids\":[\"a\"]}",
            "{\"verb\":\"rm\",\"event\":\"exit\",\"exitCode\":1}"),
        lines());
  }

  @Test
  void loadedImagesAreRecorded() throws IOException {
    try (FakeEngine engine = FakeEngine.onUnix()) {
      engine.on("POST /images/load", "200 {\"stream\":\"Loaded image: a:1\"}");
      Files.writeString(folder.resolve("a.tar"), "");
      run(engine.address(), 0, List.of("load", "-i", "a.tar"));
    }
    assertEquals(
        List.of(
            "{\"verb\":\"load\",\"event\":\"request\",\"request\":\"POST /images/load\",\"ids\":[]}",
            "{\"verb\":\"load\",\"event\":\"response\",\"request\":\"POST /images/load\",\"status\":200,\"ids\":[]}",
            "{\"verb\":\"load\",\"event\":\"result\",\"request\":\"POST /images/load\",\"ids\":[\"a:1\"]}",
            "{\"verb\":\"load\",\"event\":\"exit\",\"exitCode\":0}"),
        lines());
  }

  private void run(String address, int exitCode, List<String> args) throws IOException {
    Map<String, String> env =
        Map.of(
            "DOCKER_HOST",
            address,
            "HOME",
            folder.toString(),
            "DAVIT_AUDIT",
            folder.resolve("log").toString());
    Target.Result result = Target.inProcess("davit", args, env, new byte[0], folder);
    assertEquals(exitCode, result.exitCode(), result.err());
  }

  private List<String> lines() throws IOException {
    return Files.readAllLines(folder.resolve("log")).stream()
        .map(line -> VARYING.matcher(line).replaceAll(""))
        .toList();
  }
}
