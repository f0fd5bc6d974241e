package dev.davit;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import dev.davit.engine.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** The tables of templates, recorded from docker by the record.py beside them. */
final class TemplateTest {
  private static final Path TABLES = Path.of("src/test/resources/template");

  @TempDir Path folder;

  @TestFactory
  Stream<DynamicTest> inspect() throws IOException {
    String details = data("inspect").replace("é", "\\u00e9").replace("ö", "\\u00f6");
    FakeEngine engine = FakeEngine.onUnix().on("GET /containers/x/json", "200 " + escape(details));
    return table("inspect.tsv", engine, "inspect", "-f", "%s", "x");
  }

  @TestFactory
  Stream<DynamicTest> ps() throws IOException {
    return table("ps.tsv", listing(), "ps", "--format", "%s");
  }

  @TestFactory
  Stream<DynamicTest> header() throws IOException {
    return table("header.tsv", listing(), "ps", "--format", "table %s");
  }

  private static FakeEngine listing() throws IOException {
    return FakeEngine.onUnix().on("GET /containers/json", "200 " + escape(data("list")));
  }

  private static String data(String name) throws IOException {
    return Json.MAPPER.readTree(TABLES.resolve("data.json").toFile()).get(name).toString();
  }

  /** Of a container whose modes, and a port, are all what the row's name says. */
  @TestFactory
  Stream<DynamicTest> modes() throws IOException {
    FakeEngine engine = FakeEngine.onUnix();
    return Files.readAllLines(TABLES.resolve("modes.tsv")).stream()
        .map(line -> line.split("\t", -1))
        .map(
            row ->
                DynamicTest.dynamicTest(
                    "mode " + row[0],
                    () -> {
                      engine.on("GET /containers/mode/json", "200 " + escape(modes(row[0])));
                      check(row, outcome(engine, row[1], "inspect", "-f", "%s", "mode"), List.of());
                    }))
        .onClose(engine::close);
  }

  private static String modes(String value) {
    List<String> fields =
        List.of(
            "NetworkMode",
            "IpcMode",
            "PidMode",
            "UTSMode",
            "UsernsMode",
            "CgroupnsMode",
            "Cgroup",
            "Isolation");
    StringBuilder json = new StringBuilder("{\"Id\":\"x\",\"HostConfig\":{");
    fields.forEach(field -> json.append("\"%s\":\"%s\",".formatted(field, value)));
    return json.append("\"RestartPolicy\":{\"Name\":\"%s\"}},".formatted(value))
        .append("\"NetworkSettings\":{\"Ports\":{\"%s\":[]}}}".formatted(value))
        .toString();
  }

  /** Of what the name begins with: a container, image, network or volume. */
  @TestFactory
  Stream<DynamicTest> types() throws IOException {
    FakeEngine engine = FakeEngine.onUnix();
    for (String kind : List.of("container", "image", "network", "volume")) {
      String json = Files.readString(Path.of("src/test/resources/format", kind + "-full.json"));
      boolean isPlain = kind.equals("network") || kind.equals("volume");
      engine.on("GET /" + kind + "s/" + kind + (isPlain ? "" : "/json"), "200 " + escape(json));
    }
    return Files.readAllLines(TABLES.resolve("types.tsv")).stream()
        .map(line -> line.split("\t", -1))
        .map(
            row -> {
              String kind = row[0].substring(0, row[0].indexOf(' '));
              return DynamicTest.dynamicTest(
                  row[0] + ": " + row[1],
                  () ->
                      check(
                          row,
                          outcome(engine, row[1], "inspect", "--type", kind, "-f", "%s", kind),
                          List.of()));
            })
        .onClose(engine::close);
  }

  private Stream<DynamicTest> table(String name, FakeEngine engine, String... command)
      throws IOException {
    List<String> known = Files.readAllLines(TABLES.resolve("differs.txt"));
    return Files.readAllLines(TABLES.resolve(name)).stream()
        .map(line -> line.split("\t", -1))
        .map(
            row ->
                DynamicTest.dynamicTest(
                    row[0] + ": " + row[1],
                    () -> check(row, outcome(engine, row[1], command), known)))
        .onClose(engine::close);
  }

  /** A row that is known to differ must: what has been mended leaves that list. */
  private static void check(String[] row, String outcome, List<String> known) {
    String docker = row[2] + '\n' + row[3] + '\n' + row[4];
    if (known.contains(row[0])) {
      assertNotEquals(docker, outcome);
    } else {
      assertEquals(docker, outcome);
    }
  }

  private String outcome(FakeEngine engine, String template, String... command) throws IOException {
    String text = new String(FakeAnswer.unescape(template), UTF_8);
    List<String> args = Stream.of(command).map(word -> word.replace("%s", text)).toList();
    Map<String, String> env =
        Map.of("DOCKER_HOST", engine.address(), "DOCKER_CONFIG", folder.toString());
    Target.Result result = Target.inProcess("docker", args, env, new byte[0], folder);
    return result.exitCode() + "\n" + escape(result.out()) + '\n' + escape(result.err());
  }

  private static String escape(String text) {
    return text.replace("\\", "\\\\").replace("\t", "\\t").replace("\n", "\\n");
  }
}
