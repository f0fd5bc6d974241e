package dev.davit;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.davit.Target.Result;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * Compares the engine's half of {@code info} with docker's, for each response in {@code info}:
 * {@code NAME.json} is the response, {@code NAME.txt} the text, the JSON, messages and exit codes.
 * {@code -Dtarget=docker -Drecord=true} records them.
 */
final class InfoTest {
  private static final Path CASES = Path.of("src/test/resources/info");

  @TempDir Path folder;

  @TestFactory
  Stream<DynamicTest> responses() throws IOException {
    try (Stream<Path> files = Files.list(CASES)) {
      return files
          .filter(file -> file.toString().endsWith(".json"))
          .sorted()
          .map(file -> DynamicTest.dynamicTest("" + file.getFileName(), () -> compare(file)))
          .toList()
          .stream();
    }
  }

  private void compare(Path response) throws IOException {
    Path expected = Path.of(response.toString().replace(".json", ".txt"));
    String json = Files.readString(response);
    String actual =
        played(json, "info")
            + played(json, "-D", "info")
            + played(json, "info", "--format", "json");
    if (Boolean.getBoolean("record")) {
      Files.writeString(expected, actual);
    }
    assertEquals(Files.readString(expected), actual);
  }

  private String played(String json, String... words) throws IOException {
    try (FakeEngine engine = FakeEngine.onUnix()) {
      engine.on("GET /info", "200 " + json.strip().replace("\\", "\\\\"));
      Map<String, String> env =
          Map.of("DOCKER_HOST", engine.address(), "DOCKER_CONFIG", folder.toString());
      List<String> argv = Stream.concat(Stream.of("docker"), Stream.of(words)).toList();
      Result result = Target.command(argv, env, new byte[0], folder);
      String out =
          result
              .out()
              // the client's half is of another program
              .replaceFirst("(?s)^Client:.*\nServer:\n", "Server:\n")
              .replaceFirst(",\"ClientInfo\":\\{.*\\}\\}\n$", "}\n")
              // docker lists these in random order
              .replaceFirst("Runtimes: (?!runc\n).*", "Runtimes: …");
      String err = result.err().replaceAll("(?m)^(debug|time=|dev\\.davit|\tat ).*\n", "");
      return "$ " + String.join(" ", words) + '\n' + out + err + "? " + result.exitCode() + '\n';
    }
  }
}
