package dev.davit;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.davit.engine.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * Sends responses with random values exchanged and checks that no response causes an internal
 * error.
 */
final class FuzzTest {
  /** The number of seeds per command; -Dfuzz=1000 for a long run. */
  private static final int SEEDS = Integer.getInteger("fuzz", 25);

  private static final Pattern VALUE =
      Pattern.compile("(?<=[:\\[,])(\"[^\"]*\"|-?\\d+|true|false|\\{}|\\[]|null)");

  private static final List<String> ODD =
      List.of(
          "null",
          "0",
          "-1",
          "1e400",
          "9223372036854775807",
          "-9223372036854775808",
          "9223372036854775808",
          "1.5",
          "true",
          "\"\"",
          "\"x\"",
          "[]",
          "[null]",
          "{}",
          "{\"a\":null}",
          "[[[]]]",
          "\"\\u0000\\ud800\"",
          "NaN",
          "",
          "]");

  @TempDir Path folder;

  @TestFactory
  Stream<DynamicTest> answers() throws IOException {
    JsonNode all =
        Json.MAPPER.readTree(Files.readString(Path.of("src/test/resources/template/data.json")));
    String data = all.get("inspect").toString();
    String list = all.get("list").toString();
    String stats =
        Files.readAllLines(Path.of("src/test/resources/transcripts/stats/no-stream.txt"))
            .get(1)
            .replaceFirst("^@ GET \\S+ 200 ", "");
    return Stream.of(
            tests("ps -a --no-trunc", "GET /containers/json", list),
            tests("ps -s --format json", "GET /containers/json", list),
            tests("inspect -f {{json}} a", "GET /containers/a/json", data),
            tests("container inspect a", "GET /containers/a/json", data),
            tests("logs a", "GET /containers/a/json", data),
            tests("exec a ls", "GET /containers/a/json", data),
            tests("stats --no-stream a", "GET /containers/a/stats", stats),
            tests("wait a", "POST /containers/a/wait", "{\"StatusCode\":1,\"Error\":null}"),
            tests("run busybox", "POST /containers/create", "{\"Id\":\"a\",\"Warnings\":[\"w\"]}"),
            tests(
                "build -",
                "POST /build",
                "{\"stream\":\"Step\",\"id\":\"a\",\"aux\":null,\"progressDetail\":{\"current\":1}}"),
            tests("version", "GET /version", "{\"Version\":\"1\",\"Components\":[]}"))
        .flatMap(tests -> tests);
  }

  private Stream<DynamicTest> tests(String words, String route, String answer) {
    return IntStream.range(0, SEEDS)
        .mapToObj(
            seed ->
                DynamicTest.dynamicTest(
                    words + " " + seed, () -> play(words, route, exchanged(answer, seed))));
  }

  private void play(String words, String route, String answer) throws IOException {
    try (FakeEngine engine = FakeEngine.onUnix()) {
      engine
          .usually("GET /containers/*/logs", "200")
          .usually("POST /containers/*/exec", "201 {\"Id\":\"e\"}")
          .usually("POST /exec/*/start", "101")
          .usually("GET /exec/*/json", "200 {\"ExitCode\":0}")
          .on(route, "200 " + answer.replace("\\", "\\\\").replace("\n", " "));
      Map<String, String> env =
          Map.of("DOCKER_HOST", engine.address(), "DOCKER_CONFIG", folder.toString());
      List<String> args = List.of(words.replace("{{json}}", "{{json .}}").split(" (?!\\.)", -1));
      String all = Target.inProcess("docker", args, env, new byte[0], folder).toString();
      assertTrue(!all.contains("internal error") && !all.contains("Exception"), all + answer);
    }
  }

  /** Replaces one or two values of a response by unusual ones, and sometimes a byte. */
  private static String exchanged(String answer, int seed) {
    Random random = new Random(seed);
    String changed = answer;
    for (int i = random.nextInt(2); i >= 0; i--) {
      List<MatchResult> values = VALUE.matcher(changed).results().toList();
      if (!values.isEmpty()) {
        MatchResult value = values.get(random.nextInt(values.size()));
        String odd = ODD.get(random.nextInt(ODD.size()));
        changed = changed.substring(0, value.start()) + odd + changed.substring(value.end());
      }
    }
    if (random.nextInt(8) == 0) {
      byte[] bytes = changed.getBytes(UTF_8);
      bytes[random.nextInt(bytes.length)] = (byte) (' ' + random.nextInt(95));
      changed = new String(bytes, ISO_8859_1);
    }
    return changed;
  }
}
