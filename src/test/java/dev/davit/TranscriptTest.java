package dev.davit;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.davit.Transcript.Block;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * Plays {@link Transcript}s: the requests, output and exit code of davit on a fake engine.
 *
 * <p>{@code -Drecord=true} (make golden) records the files from davit; with {@code -Dtarget=docker}
 * from docker, except for the blocks that differ on purpose.
 */
@Tag("commands")
final class TranscriptTest {
  private static final Path TRANSCRIPTS = Path.of("src/test/resources/transcripts");

  @TempDir Path temporary;

  @TestFactory
  Stream<DynamicNode> transcripts() throws IOException {
    try (Stream<Path> files = Files.walk(TRANSCRIPTS)) {
      return files.filter(Files::isRegularFile).sorted().toList().stream().map(this::tests);
    }
  }

  private DynamicNode tests(Path file) {
    String name = TRANSCRIPTS.relativize(file).toString();
    try {
      Transcript transcript = Transcript.read(file);
      if (Boolean.getBoolean("record")) {
        return DynamicTest.dynamicTest(name, () -> record(file, transcript));
      }
      return DynamicContainer.dynamicContainer(
          name,
          transcript.blocks().stream()
              .filter(block -> !block.command().isEmpty() && isPlayed(block))
              .map(block -> test(block, transcript)));
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private DynamicTest test(Block block, Transcript transcript) {
    return DynamicTest.dynamicTest(
        block.command(),
        () ->
            assertEquals(
                String.join("\n", block.lines()),
                String.join("\n", block.with(outcome(block, transcript)))));
  }

  private static boolean isPlayed(Block block) {
    return !Target.isDocker() || !block.isOurs();
  }

  private void record(Path file, Transcript transcript) throws IOException {
    List<String> text = new ArrayList<>();
    for (Block block : transcript.blocks()) {
      boolean run = !block.command().isEmpty() && isPlayed(block);
      text.addAll(run ? block.with(outcome(block, transcript)) : block.lines());
      text.add("");
    }
    text.removeLast();
    Files.write(file, text);
  }

  private List<String> outcome(Block block, Transcript transcript) throws IOException {
    Path folder = Files.createTempDirectory(temporary, "cwd");
    try (FakeEngine engine = FakeEngine.onUnix()) {
      transcript.preamble().prepare(engine, folder);
      block.prepare(engine, folder);
      Map<String, String> env = new HashMap<>();
      env.put("DOCKER_HOST", engine.address());
      env.put("DOCKER_CONFIG", folder.toString());
      List<String> argv = new ArrayList<>();
      for (String word : block.words()) {
        int equals = word.indexOf('=');
        String masked = word.replace("<engine>", engine.address()).replace("<cwd>", "" + folder);
        if (argv.isEmpty() && equals > 0) {
          env.put(word.substring(0, equals), masked.substring(masked.indexOf('=') + 1));
        } else {
          argv.add(masked);
        }
      }
      env.values().removeIf(String::isEmpty);
      Target.Result result = Target.command(argv, env, block.stdin(), folder);
      return Transcript.shown(
              engine.requests().stream()
                  .filter(request -> !request.path().equals("/_ping"))
                  .map(RequestText::of)
                  .toList(),
              result)
          .stream()
          .map(line -> masked(line, engine, folder))
          .toList();
    }
  }

  private static String masked(String line, FakeEngine engine, Path folder) {
    String path = engine.address().substring("unix://".length());
    return line.replaceAll("\\d\\d years ago", "NN years ago")
        .replace(engine.address(), "<engine>")
        .replace(path.replace("/", "%2F"), "<engine>")
        .replace(path, "<engine>")
        .replace(folder.toString(), "<cwd>")
        .replace(FakeEngine.ID, "<id>")
        .replace(FakeEngine.ID.substring(0, 12), "<short>");
  }
}
