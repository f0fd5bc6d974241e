package dev.davit.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.davit.command.CommandTree;
import dev.davit.engine.Json;
import dev.davit.engine.model.ContainerSpec;
import dev.davit.io.WorkingDirectory;
import dev.davit.terminal.Streams;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Describes random containers as inspect does, prints them by {@code spec}, has a shell split the
 * command lines, and compares the create requests of these with the containers.
 */
final class SpecFuzzTest {
  private static final int COMBINATIONS = 2000;

  /** Arguments that shells treat specially. */
  private static final List<String> ARGUMENTS =
      List.of("", " ", "a b", "it's", "$HOME `x` \\", "-x", "\n", "#", "*", "~", "é\t\"", "a=b;&|");

  /**
   * Properties that InspectedSpec removes if they have an engine's default or a generated value.
   */
  private static final Set<String> DEFAULTS =
      Set.of(
          "ContainerIDFile",
          "IpcMode",
          "LogConfig",
          "MemorySwap",
          "NetworkMode",
          "NetworkingConfig",
          "CgroupnsMode",
          "Hostname",
          "Runtime",
          "SecurityOpt",
          "ShmSize");

  @TempDir Path folder;

  @Test
  void linesCreateWhatTheyDescribe() throws IOException, InterruptedException {
    List<List<String>> samples = FlagsBothWaysTest.samples();
    Random random = new Random(23);
    List<ContainerSpec> specs = new ArrayList<>();
    ArrayNode inspected = Json.MAPPER.createArrayNode();
    while (specs.size() < COMBINATIONS) {
      List<String> words = new ArrayList<>();
      random
          .ints(1 + random.nextInt(12), 0, samples.size())
          .forEach(place -> words.addAll(samples.get(place)));
      words.add("image");
      random
          .ints(random.nextInt(4), 0, ARGUMENTS.size())
          .forEach(place -> words.add(ARGUMENTS.get(place)));
      try {
        specs.add(FlagsBothWaysTest.spec(words));
      } catch (IllegalArgumentException e) {
        continue; // some flags exclude each other
      }
      inspected.add(inspected(specs.getLast(), specs.size()));
    }
    List<List<String>> lines = split(printed(inspected));
    assertEquals(COMBINATIONS, lines.size());
    Set<String> different = new TreeSet<>();
    for (int i = 0; i < COMBINATIONS; i++) {
      ObjectNode wanted = Json.MAPPER.valueToTree(specs.get(i));
      List<String> line = lines.get(i);
      assertEquals("create", line.getFirst());
      ObjectNode found =
          Json.MAPPER.valueToTree(FlagsBothWaysTest.spec(line.subList(1, line.size())));
      different.addAll(difference(wanted, found));
      different.addAll(difference(wanted.remove("HostConfig"), found.remove("HostConfig")));
    }
    different.remove("HostConfig");
    different.removeAll(DEFAULTS);
    assertEquals(Set.of(), different);
  }

  private static Set<String> difference(JsonNode one, JsonNode other) {
    Set<String> names = new TreeSet<>();
    one.fieldNames().forEachRemaining(names::add);
    other.fieldNames().forEachRemaining(names::add);
    names.removeIf(
        name ->
            one.path(name).equals(other.path(name))
                || isZero(one.path(name)) && isZero(other.path(name)));
    return names;
  }

  /** Whether a number is absent, which is the same as 0 for engines. */
  private static boolean isZero(JsonNode number) {
    return number.isMissingNode() || number.isNumber() && number.doubleValue() == 0;
  }

  /** Returns the container as inspect prints it. */
  private static ObjectNode inspected(ContainerSpec spec, int number) {
    ObjectNode config = Json.MAPPER.valueToTree(spec);
    ObjectNode host = (ObjectNode) config.remove("HostConfig");
    JsonNode endpoints = config.remove("NetworkingConfig").path("EndpointsConfig");
    ObjectNode networks = Json.MAPPER.createObjectNode();
    endpoints
        .properties()
        .forEach(
            each ->
                networks.set(
                    each.getKey().equals("default") ? "bridge" : each.getKey(), each.getValue()));
    ObjectNode all = Json.MAPPER.createObjectNode();
    all.put("Id", "%064d".formatted(number)).put("Name", "/c" + number).set("Config", config);
    all.set("HostConfig", host);
    all.putObject("NetworkSettings").set("Networks", networks);
    return all;
  }

  private String printed(ArrayNode inspected) throws IOException {
    Files.write(folder.resolve("all.json"), Json.MAPPER.writeValueAsBytes(inspected));
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    ProcessEnvironment app =
        new ProcessEnvironment(
            "docker",
            "docker",
            Streams.of(new byte[0], out, err),
            Map.of("DOCKER_CONFIG", folder.toString()),
            new WorkingDirectory(folder, ""),
            InstantSource.system(),
            code -> {
              throw new IllegalStateException("exit " + code);
            });
    List<String> argv = List.of("spec", "--from", "all.json", "--as", "create", "--show-secrets");
    assertEquals(0, Cli.execute(app, CommandTree.ROOT, argv), () -> err.toString(UTF_8));
    String lines = out.toString(UTF_8);
    assertEquals(
        List.of(),
        lines.lines().filter(line -> line.startsWith("# ") && !isExpected(line)).toList());
    return lines;
  }

  private static boolean isExpected(String comment) {
    return comment.startsWith("# The input does not have the image")
        || comment.startsWith("# Connect it afterwards: docker network connect ");
  }

  /** Runs the lines in a shell whose command {@code docker} prints its words. */
  private List<List<String>> split(String lines) throws IOException, InterruptedException {
    Path script = folder.resolve("script");
    Files.writeString(script, "docker() { printf '%s\\0' \"$@\" END-OF-LINE; }\n" + lines, UTF_8);
    Path out = folder.resolve("words");
    Process shell =
        new ProcessBuilder("/bin/sh", script.toString())
            .redirectOutput(out.toFile())
            .redirectErrorStream(true)
            .start();
    assertEquals(0, shell.waitFor());
    String words = Files.readString(out);
    assertTrue(words.endsWith("END-OF-LINE\0"), words);
    return Stream.of(words.split("END-OF-LINE\0"))
        .map(line -> Arrays.asList(line.split("\0", -1)))
        .map(line -> line.subList(0, line.size() - 1))
        .toList();
  }
}
