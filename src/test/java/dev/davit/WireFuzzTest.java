package dev.davit;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.davit.Transcript.Block;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * Compares davit with the docker binary, if installed: combines flags of several rows of the wire
 * files on one command line and damages some values. Prints differences as a new row.
 */
final class WireFuzzTest {
  /** The number of command lines; -Dfuzz=2000 for a long run. */
  private static final int CASES = Integer.getInteger("fuzz", 100);

  private static final List<String> VERSIONS = List.of("1.50", "1.41");
  private static final int MAX_ROWS = 6;

  /** The number of runs of docker, which reports a random one of several errors in maps. */
  private static final int ATTEMPTS = 8;

  /** The beginnings of lines that docker does not print. */
  private static final List<String> OURS =
      List.of(
          "2> use --tty=auto to allocate a TTY only if STDIN and STDOUT are terminals",
          "2> WARNING: --gpus ",
          "2> WARNING: the engine takes ");

  @TempDir Path temporary;

  @TestFactory
  Stream<DynamicTest> combinations() throws IOException {
    Optional<Path> docker = Target.reference();
    if (docker.isEmpty()) {
      return Stream.empty();
    }
    List<WireFlags> rows = WireFlags.ofAllRows(Path.of("src/test/resources/wire"));
    return IntStream.range(0, CASES)
        .mapToObj(
            seed ->
                DynamicTest.dynamicTest(
                    Integer.toString(seed), () -> compare(rows, seed, docker.get())));
  }

  private void compare(List<WireFlags> rows, int seed, Path docker) throws IOException {
    Random random = new Random(seed);
    String version = VERSIONS.get(random.nextInt(VERSIONS.size()));
    Block block = block(rows, random, version);
    List<String> ours =
        new WirePlay(temporary, Target::command)
            .outcome(block, version).stream()
                .filter(line -> OURS.stream().noneMatch(line::startsWith))
                .toList();
    WirePlay reference =
        new WirePlay(
            temporary,
            (argv, env, stdin, cwd) -> {
              List<String> words = new ArrayList<>(argv);
              words.set(0, docker.toString());
              return Target.linked().run(words, env, stdin, cwd);
            });
    List<String> dockers = reference.outcome(block, version);
    for (int i = 1; i < ATTEMPTS && !dockers.equals(ours); i++) {
      dockers = reference.outcome(block, version);
    }
    if (dockers.stream().noneMatch(line -> line.startsWith("2> panic: "))) {
      assertEquals(text(block, version, dockers), text(block, version, ours));
    }
  }

  private static String text(Block block, String version, List<String> outcome) {
    return "@ api " + version + '\n' + String.join("\n", block.with(outcome));
  }

  private static Block block(List<WireFlags> rows, Random random, String version) {
    WireFlags first = pick(rows, random);
    boolean allGood = random.nextInt(4) > 0;
    List<WireFlags> others =
        rows.stream()
            .filter(row -> row.verb().equals(first.verb()))
            .filter(row -> row.isGood() || !allGood)
            .filter(row -> row.suits(version))
            .toList();
    List<WireFlags> chosen = new ArrayList<>();
    for (int i = random.nextInt(MAX_ROWS); i >= 0; i--) {
      chosen.add(pick(others, random));
    }
    boolean damaged = random.nextInt(4) == 0;
    return WireFlags.block(chosen, damaged ? random : null);
  }

  private static <E> E pick(List<E> all, Random random) {
    return all.get(random.nextInt(all.size()));
  }
}
