package dev.davit;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.davit.Transcript.Block;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * Compares davit's requests, output and exit codes with docker's, recorded by {@code make record}.
 * The files of {@code src/test/resources/wire} are {@link Transcript}s; each command is played on
 * an engine of docker's API version and on one of 1.41. Lines that differ between the two begin
 * with the version.
 */
@Tag("commands")
final class WireTest {
  private static final Path FILES = Path.of("src/test/resources/wire");
  private static final List<String> VERSIONS = List.of("1.50", "1.41");

  @TempDir Path temporary;

  @TestFactory
  Stream<DynamicNode> wire() throws IOException {
    try (Stream<Path> files = Files.list(FILES)) {
      return files.sorted().toList().stream().map(this::tests);
    }
  }

  private DynamicNode tests(Path file) {
    String name = String.valueOf(file.getFileName());
    try {
      Transcript cases = Transcript.read(file);
      if (Boolean.getBoolean("record")) {
        return DynamicTest.dynamicTest(name, () -> record(file, cases));
      }
      return DynamicContainer.dynamicContainer(
          name, cases.blocks().stream().filter(WireTest::isPlayed).map(each -> test(each, cases)));
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private static boolean isPlayed(Block block) {
    return !block.command().isEmpty() && (!Target.isDocker() || !block.isOurs());
  }

  private DynamicTest test(Block block, Transcript cases) {
    return DynamicTest.dynamicTest(
        block.command(),
        () ->
            assertEquals(
                String.join("\n", block.lines()),
                String.join("\n", block.with(outcome(block, cases)))));
  }

  private void record(Path file, Transcript cases) throws IOException {
    List<String> text = new ArrayList<>();
    for (Block block : cases.blocks()) {
      text.addAll(isPlayed(block) ? block.with(outcome(block, cases)) : block.lines());
      text.add("");
    }
    text.removeLast();
    Files.write(file, text);
  }

  private List<String> outcome(Block block, Transcript cases) throws IOException {
    WirePlay play = new WirePlay(temporary, Target::command);
    List<List<String>> outcomes = new ArrayList<>();
    for (String version : VERSIONS) {
      outcomes.add(play.outcome(cases.preamble(), block, version));
    }
    if (outcomes.getFirst().equals(outcomes.getLast())) {
      return outcomes.getFirst();
    }
    List<String> all = new ArrayList<>();
    for (int i = 0; i < VERSIONS.size(); i++) {
      String version = VERSIONS.get(i);
      outcomes.get(i).forEach(line -> all.add(version + ' ' + line));
    }
    return all;
  }
}
