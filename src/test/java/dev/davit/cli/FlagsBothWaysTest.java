package dev.davit.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.davit.cli.PflagParser.Words;
import dev.davit.cli.flags.ContainerFlags;
import dev.davit.cli.flags.Flag;
import dev.davit.cli.flags.FlagValues;
import dev.davit.cli.flags.SpecContext;
import dev.davit.engine.Json;
import dev.davit.engine.model.ContainerConfig;
import dev.davit.engine.model.ContainerSpec;
import dev.davit.engine.model.EndpointSettings;
import dev.davit.engine.model.HostConfig;
import dev.davit.io.WorkingDirectory;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Field;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Converts flags to a spec, and the spec back to equivalent flags. */
final class FlagsBothWaysTest {
  private static final List<Flag<?>> FLAGS = ContainerFlags.with(List.of());

  /**
   * Flags that control the creation of a container, or name files whose content is stored instead.
   */
  private static final Set<String> LEAVE_NO_TRACE =
      Set.of(
          "disable-content-trust",
          "dry-run",
          "env-file",
          "from-json",
          "label-file",
          "no-config-proxy",
          "pull",
          "quiet",
          "show-secrets",
          "use-api-socket");

  /** Fields that no flag of docker's sets, or that are set otherwise. */
  private static final Set<String> NOT_BY_FLAGS =
      Set.of(
          "ContainerConfig.argsEscaped",
          "ContainerConfig.cmd",
          "ContainerConfig.image",
          "ContainerConfig.onBuild",
          "ContainerConfig.others",
          "ContainerConfig.shell",
          "HostConfig.cgroup",
          "HostConfig.consoleSize",
          "HostConfig.kernelMemoryTCP",
          "HostConfig.others");

  private static final int COMBINATIONS = 1000;

  private static final SpecContext CONTEXT =
      new SpecContext(
          Map.of(),
          new WorkingDirectory(Path.of("/work"), ""),
          names -> Map.of(),
          () -> "linux",
          () -> false);

  /** Returns lists of words such as {@code --name=value}; the last word is the one to test. */
  static List<List<String>> samples() throws IOException {
    try (InputStream in =
        Objects.requireNonNull(FlagsBothWaysTest.class.getResourceAsStream("/flags/samples.txt"))) {
      return new String(in.readAllBytes(), UTF_8)
          .lines()
          .filter(line -> !line.startsWith("#"))
          .map(FlagsBothWaysTest::words)
          .toList();
    }
  }

  private static List<String> words(String sample) {
    if (sample.startsWith("--")) {
      return List.of(sample.split(" ", -1));
    }
    int blank = sample.indexOf(' ');
    String name = blank < 0 ? sample : sample.substring(0, blank);
    boolean isText =
        blank < 0 && FLAGS.stream().anyMatch(flag -> flag.name().equals(name) && !flag.isSwitch());
    return List.of(
        "--" + name + (blank < 0 ? isText ? "=" : "" : '=' + sample.substring(blank + 1)));
  }

  static ContainerSpec spec(Collection<String> words) {
    Words line = PflagParser.parse(FLAGS, List.copyOf(words), false);
    assertNull(line.mistake(), words::toString);
    List<String> image = line.arguments().isEmpty() ? List.of("image") : line.arguments();
    FlagValues values = new FlagValues();
    line.uses().forEach(use -> values.add(use.flag(), use.flag().parse(use.value())));
    return ContainerFlags.toSpec(values, image, CONTEXT);
  }

  /** Converts a whole spec to JSON for comparison. */
  private static ObjectNode all(ContainerSpec spec) {
    ObjectNode all = Json.MAPPER.valueToTree(spec);
    return all.put("name", spec.name).put("platform", spec.platform);
  }

  @Test
  void everyFlagHasSamples() throws IOException {
    Set<String> sampled =
        samples().stream()
            .map(words -> words.getLast().substring(2).split("=", 2)[0])
            .collect(Collectors.toCollection(TreeSet::new));
    sampled.addAll(LEAVE_NO_TRACE);
    assertEquals(
        FLAGS.stream().map(Flag::name).collect(Collectors.toCollection(TreeSet::new)), sampled);
  }

  @TestFactory
  Stream<DynamicTest> eachFlagChangesTheSpecAndComesBack() throws IOException {
    return samples().stream()
        .map(
            words ->
                DynamicTest.dynamicTest(
                    String.join(" ", words),
                    () -> {
                      List<String> without = words.subList(0, words.size() - 1);
                      assertNotEquals(all(spec(without)), all(spec(words)));
                      assertComesBack(words);
                    }));
  }

  /** Checks that no limit is sent as 0, as docker does: Podman's default is 2048. */
  @Test
  void noLimitOfProcessesIsSentAsZero() {
    assertEquals(0L, spec(List.of()).hostConfig.pidsLimit);
    assertEquals(7L, spec(List.of("--pids-limit=7")).hostConfig.pidsLimit);
  }

  @Test
  void combinationsComeBack() throws IOException {
    List<List<String>> samples = samples();
    Random random = new Random(28_2_2);
    int refused = 0;
    for (int i = 0; i < COMBINATIONS; i++) {
      List<String> words =
          random
              .ints(1 + random.nextInt(12), 0, samples.size())
              .mapToObj(samples::get)
              .flatMap(List::stream)
              .toList();
      try {
        assertComesBack(words);
      } catch (IllegalArgumentException e) {
        refused++; // some flags exclude each other
      }
    }
    assertTrue(refused < COMBINATIONS / 2, refused + " refused");
  }

  private static void assertComesBack(List<String> words) {
    ContainerSpec spec = spec(words);
    List<String> back = ContainerFlags.fromSpec(spec);
    assertEquals(all(spec), all(spec(back)), () -> words + " came back as " + back);
  }

  @Test
  void everyPropertyIsReachedByAFlag() throws IOException {
    Set<String> reached = new TreeSet<>(NOT_BY_FLAGS);
    for (List<String> words : samples()) {
      reached.addAll(filled(spec(words)));
    }
    Set<String> all = new TreeSet<>();
    for (Class<?> type : List.of(ContainerConfig.class, HostConfig.class, EndpointSettings.class)) {
      Arrays.stream(type.getFields()).map(name(type)).forEach(all::add);
    }
    assertEquals(all, reached);
  }

  private static Function<Field, String> name(Class<?> type) {
    return field -> type.getSimpleName() + '.' + field.getName();
  }

  private static List<String> filled(ContainerSpec spec) {
    List<String> filled = new ArrayList<>(filled(spec.config));
    filled.addAll(filled(spec.hostConfig));
    if (spec.networkingConfig.endpointsConfig != null) {
      spec.networkingConfig.endpointsConfig.values().forEach(end -> filled.addAll(filled(end)));
    }
    return filled;
  }

  private static List<String> filled(Object owner) {
    List<String> filled = new ArrayList<>();
    for (Field field : owner.getClass().getFields()) {
      try {
        if (field.get(owner) != null) {
          filled.add(name(owner.getClass()).apply(field));
        }
      } catch (IllegalAccessException e) {
        throw new AssertionError(e);
      }
    }
    return filled;
  }
}
