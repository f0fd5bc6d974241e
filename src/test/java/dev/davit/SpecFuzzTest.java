package dev.davit;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * Creates containers with each flag and with random combinations, prints them by {@code spec},
 * creates them again from that, by compose as well, and compares what {@code inspect} prints.
 * {@code -Dtimes=2000} tests more combinations, {@code -Dseed=2} others.
 */
@Tag("native")
@Tag("matrix")
final class SpecFuzzTest {
  private static final int TIMES = Integer.getInteger("times", 40);
  private static final int SEED = Integer.getInteger("seed", 1);

  /** The number of containers of which one is started. */
  private static final int STARTED = 20;

  /** The containers of one compose file. */
  private static final int SERVICES = Integer.getInteger("services", 12);

  @TempDir static Path folder;

  private static SpecSamples samples;
  private static SpecFixtures fixtures;
  private static SpecDifferences differences;
  private static SpecDifferences composed;

  @BeforeAll
  static void setUp() throws IOException {
    samples = SpecSamples.read();
    fixtures = new SpecFixtures(folder);
    fixtures.setUp();
    differences = fixtures.differences("engines.txt");
    composed = fixtures.differences("compose.txt");
  }

  @AfterAll
  static void tearDown() throws IOException {
    fixtures.tearDown();
  }

  @Test
  void everyFlagHasValuesOrAReason() {
    assertEquals(SpecSamples.flags().keySet(), samples.covered());
  }

  @TestFactory
  Stream<DynamicTest> eachFlag() {
    return tests(
        fixtures.all(samples.lines(), SpecFuzzTest::changesOfFlag), String::valueOf, differences);
  }

  @Test
  void combinations() {
    long begin = System.nanoTime();
    List<String> failures = new ArrayList<>();
    int accepted = 0;
    int attempts = 0;
    while (accepted < TIMES) {
      List<Integer> numbers =
          IntStream.range(attempts, attempts + TIMES - accepted).boxed().toList();
      attempts += numbers.size();
      for (SpecResult each : fixtures.all(numbers, SpecFuzzTest::changesOfCombination).values()) {
        accepted += each.isAccepted() ? 1 : 0; // some flags exclude each other
        if (each.isAccepted() && !each.changes().isEmpty()) {
          failures.add(String.join("\n", each.changes()) + "\n  " + each.line());
        }
      }
    }
    System.out.printf(
        "%d combinations, %d equal, %d more refused, %d s%n",
        accepted,
        accepted - failures.size(),
        attempts - accepted,
        (System.nanoTime() - begin) / 1_000_000_000);
    assertEquals("", String.join("\n", failures));
  }

  @TestFactory
  Stream<DynamicTest> composeFiles() {
    List<List<List<String>>> files = new ArrayList<>();
    List<List<String>> lines = new ArrayList<>(samples.lines());
    Random random = new Random(SEED);
    IntStream.range(0, TIMES).forEach(i -> lines.add(samples.combination(random)));
    for (int i = 0; i < lines.size(); i += SERVICES) {
      files.add(lines.subList(i, Math.min(lines.size(), i + SERVICES)));
    }
    return tests(fixtures.all(files, SpecFuzzTest::changesByCompose), String::valueOf, composed);
  }

  private static <T> Stream<DynamicTest> tests(
      Map<T, SpecResult> results, Function<T, String> name, SpecDifferences known) {
    Stream<DynamicTest> cases =
        results.entrySet().stream()
            .map(
                each ->
                    DynamicTest.dynamicTest(
                        name.apply(each.getKey()),
                        () -> assertEquals(List.of(), each.getValue().problems())));
    DynamicTest all =
        DynamicTest.dynamicTest(
            "all differences of this engine occur", () -> assertEquals(List.of(), known.absent()));
    return Stream.concat(cases, Stream.of(all));
  }

  private static SpecResult changesOfFlag(SpecEngine engine, List<String> words)
      throws IOException {
    List<String> line = new ArrayList<>(words);
    line.addAll(List.of("busybox", "true"));
    Target.Result created = engine.create(engine.name(), line);
    if (created.exitCode() == 0) {
      return new SpecResult(line, "", changes(engine));
    }
    boolean known = differences.isRefusal(created.err());
    return new SpecResult(line, known ? "" : created.err(), List.of());
  }

  private static SpecResult changesOfCombination(SpecEngine engine, int number) throws IOException {
    boolean started = number % STARTED == 0;
    Random random = new Random(SEED * 1_000_000L + number);
    List<String> line = samples.combination(random);
    line.add(random.nextBoolean() ? "busybox" : SpecFixtures.IMAGE);
    line.addAll(started ? List.of("sleep", "1000") : SpecSamples.arguments(random));
    if (!started) {
      return changesOfCombination(engine, line, false);
    }
    synchronized (fixtures) { // started containers can have the same addresses
      return changesOfCombination(engine, line, true);
    }
  }

  private static SpecResult changesOfCombination(
      SpecEngine engine, List<String> line, boolean started) throws IOException {
    Target.Result created = engine.create(engine.name(), line);
    if (created.exitCode() != 0) {
      return new SpecResult(line, created.err(), List.of());
    }
    if (started && !engine.starts()) {
      engine.create(engine.name(), line); // the failed start leaves traces
    }
    List<String> changes = changes(engine);
    if (started) {
      engine.remove(engine.name());
    }
    return new SpecResult(line, "", changes);
  }

  /** Creates the container again from what {@code spec} prints, and returns what differs. */
  private static List<String> changes(SpecEngine engine) throws IOException {
    InspectedContainer before = engine.inspect(engine.name());
    String lines = engine.spec("create", engine.name());
    String body = engine.spec("json", engine.name());
    List<String> changes = new ArrayList<>(SpecEngine.comments(lines).toList());
    List<String> words = SpecEngine.words(lines);
    addChanges(changes, engine, before, engine.create(engine.name(), words));
    addChanges(changes, engine, before, engine.createFromJson(body));
    changes.removeIf(differences::isChange);
    return changes;
  }

  /** Adds what differs from the container before, which was started if this is one, too. */
  private static void addChanges(
      List<String> changes, SpecEngine engine, InspectedContainer before, Target.Result created)
      throws IOException {
    if (created.exitCode() != 0) {
      changes.add("refused: " + created.err());
    } else if (before.started() && !engine.starts()) {
      changes.add("does not start");
    } else {
      changes.addAll(before.changes(engine.inspect(engine.name())));
    }
  }

  /** Creates containers, and has compose create them again from one file. */
  private static SpecResult changesByCompose(SpecEngine engine, List<List<String>> lines)
      throws IOException {
    Map<String, InspectedContainer> before = new LinkedHashMap<>();
    for (List<String> words : lines) {
      String name = engine.name() + '-' + before.size();
      List<String> line = new ArrayList<>(words);
      line.addAll(List.of("busybox", "true"));
      boolean refused = composed.isRefusal(String.join(" ", words));
      if (!refused && engine.create(name, line).exitCode() == 0) {
        before.put(name, engine.inspect(name).comparableWithCompose());
      }
    }
    if (before.isEmpty()) {
      return new SpecResult(List.of(), "", List.of());
    }
    String file = engine.spec("compose", before.keySet().toArray(String[]::new));
    before.keySet().forEach(engine::remove);
    List<String> changes = new ArrayList<>();
    String refusal = engine.compose(file);
    if (refusal.isEmpty()) {
      for (String name : before.keySet()) {
        List<String> unsaid = SpecEngine.unsaid(file, name);
        before.get(name).changes(engine.inspect(name).comparableWithCompose()).stream()
            .filter(change -> unsaid.stream().noneMatch(change::startsWith))
            .filter(change -> !composed.isChange(change))
            .forEach(change -> changes.add(name + ": " + change));
      }
    }
    before.keySet().forEach(engine::remove);
    return new SpecResult(List.of(file), refusal, changes);
  }
}
