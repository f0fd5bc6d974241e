package dev.davit.engine;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.davit.Reach;
import dev.davit.cli.Cli;
import dev.davit.cli.ProcessEnvironment;
import dev.davit.command.CommandTree;
import dev.davit.engine.http.ApiRequest;
import dev.davit.engine.socket.EngineAddress;
import dev.davit.io.WorkingDirectory;
import dev.davit.terminal.Streams;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * Creates and inspects containers, and recreates them by the flags derived from the inspect output.
 */
@Tag("engine")
final class InspectedSpecTest {
  private static final Path CASES = Path.of("src/test/resources/flags/inspected.txt");
  private static final String NAME = "spec-container";
  private static final String IMAGE = "spec-image";

  /** Properties that differ between any two containers, at all levels. */
  private static final List<String> OWN =
      List.of(
          "Id", "Created", "GraphDriver", "ResolvConfPath", "HostnamePath", "HostsPath", "LogPath");

  private static final String IMAGE_CONFIG =
      """
      {"Entrypoint":["sh","-c"],"Cmd":["true"],"Env":["IMAGE=1","IMAGE_TOO=1"],
       "Labels":{"image":"1","image.too":"1"},"ExposedPorts":{"90/tcp":{}},"Volumes":{"/image":{}},
       "User":"4","WorkingDir":"/image","StopSignal":"INT",
       "Healthcheck":{"Test":["CMD-SHELL","true"],"Interval":5000000000,"Retries":2}}
      """;

  private static final List<List<String>> LEFT =
      List.of(
          List.of("images", IMAGE),
          List.of("networks", "spec-net"),
          List.of("volumes", "spec-volume"));

  private final String address = Reach.privateEngine();
  private Engine engine;

  @TempDir Path folder;

  @BeforeEach
  void setUp() throws IOException {
    engine = Engine.at(EngineAddress.parse(address, false));
    removeContainers();
    send(
        ApiRequest.post("networks", "create")
            .json(
                Map.of(
                    "Name",
                    "spec-net",
                    "IPAM",
                    Map.of("Config", List.of(Map.of("Subnet", "10.123.0.0/16"))))));
    davit("create", "--name", "spec-db", "--network", "spec-net", "-v", "/data", "busybox", "top");
    davit("create", "--name", "spec-other", "busybox");
    send(
        ApiRequest.post("commit")
            .query("container", "spec-other")
            .query("repo", IMAGE)
            .json(Json.MAPPER.convertValue(Json.MAPPER.readTree(IMAGE_CONFIG), Map.class)));
    davit("start", "spec-db");
  }

  @AfterEach
  void tearDown() throws IOException {
    removeContainers();
    for (List<String> path : LEFT) {
      send(ApiRequest.delete(path.toArray(String[]::new)));
    }
    engine.close();
  }

  private void removeContainers() {
    for (String name : List.of(NAME, "spec-db", "spec-other")) {
      remove(name);
    }
  }

  private void remove(String name) {
    try {
      engine.containers().remove(name, true, false, true);
    } catch (IOException e) {
      // the container does not exist
    }
  }

  private void send(ApiRequest request) throws IOException {
    engine.send(request).close();
  }

  @TestFactory
  Stream<DynamicTest> cases() throws IOException {
    List<String> text = Files.readAllLines(CASES);
    if (Boolean.getBoolean("record")) {
      return Stream.of(DynamicTest.dynamicTest("record", () -> record(text)));
    }
    List<DynamicTest> tests = new ArrayList<>();
    for (int i = 0; i < text.size(); i++) {
      if (text.get(i).startsWith("$ ")) {
        String line = text.get(i);
        String expected = i + 1 < text.size() ? text.get(i + 1) : "";
        tests.add(DynamicTest.dynamicTest(line, () -> assertEquals(expected, flagsOf(line))));
      }
    }
    return tests.stream();
  }

  private void record(List<String> text) throws IOException {
    List<String> lines = new ArrayList<>();
    for (String line : text) {
      if (!line.startsWith("> ")) {
        lines.add(line);
      }
      if (line.startsWith("$ ")) {
        lines.add(flagsOf(line));
      }
    }
    Files.write(CASES, lines);
  }

  /** Creates the container twice, compares both, and returns the derived flags. */
  private String flagsOf(String line) throws IOException {
    List<String> typed =
        Arrays.stream(line.substring(2).split(" ", -1))
            .map(word -> word.replace("\\x20", " "))
            .toList();
    byte[] first = made(typed);
    List<String> words = described();
    byte[] second = made(words);
    assertEquals(comparable(first), comparable(second), () -> "made again by " + words);
    return "> "
        + String.join(" ", words.stream().map(word -> word.replace(" ", "\\x20")).toList())
            .replace("--name=" + NAME + ' ', "")
            .replaceAll("[0-9a-f]{64}", "<id>");
  }

  /** Returns the words that a shell reads in the command line of {@code spec}, without create. */
  private List<String> described() throws IOException {
    String line = davit("spec", "--as", "create", "--show-secrets", NAME);
    String script = "davit() { shift; printf '%s\\0' \"$@\"; }\n" + line;
    Process shell = new ProcessBuilder("/bin/sh", "-c", script).start();
    String words = new String(shell.getInputStream().readAllBytes(), UTF_8);
    return List.of(words.substring(0, words.length() - 1).split("\0", -1));
  }

  private byte[] made(List<String> words) throws IOException {
    remove(NAME);
    List<String> argv = new ArrayList<>(List.of("create"));
    if (words.stream().noneMatch(word -> word.startsWith("--name="))) {
      argv.add("--name=" + NAME);
    }
    argv.addAll(words);
    davit(argv.toArray(String[]::new));
    return engine.containers().inspectRaw(NAME, false);
  }

  /** Removes the properties that differ between any two containers. */
  private static String comparable(byte[] inspected) throws IOException {
    JsonNode all = Json.MAPPER.readTree(inspected);
    String id = all.get("Id").textValue();
    ((ObjectNode) all).remove(OWN);
    ArrayNode mounts = (ArrayNode) all.get("Mounts");
    List<JsonNode> sorted = new ArrayList<>();
    mounts.forEach(sorted::add);
    sorted.sort(Comparator.comparing(mount -> mount.get("Destination").textValue()));
    mounts.removeAll().addAll(sorted);
    for (JsonNode mount : mounts) {
      if (mount.path("Name").asText().length() == id.length()) {
        ((ObjectNode) mount).remove(List.of("Name", "Source"));
      }
    }
    return all.toPrettyString().replace(id.substring(0, 12), "<id>");
  }

  private String davit(String... args) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    Map<String, String> env = Map.of("DOCKER_HOST", address, "DOCKER_CONFIG", folder.toString());
    ProcessEnvironment app =
        new ProcessEnvironment(
            "davit",
            "davit",
            Streams.of(new byte[0], out, err),
            env,
            new WorkingDirectory(folder, ""),
            InstantSource.system(),
            code -> {
              throw new IllegalStateException("exit " + code);
            });
    assertEquals(
        0,
        Cli.execute(app, CommandTree.ROOT, List.of(args)),
        () -> List.of(args) + err.toString(UTF_8));
    return out.toString(UTF_8);
  }
}
