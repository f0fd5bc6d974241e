package dev.davit;

import dev.davit.Transcript.Block;
import dev.davit.TranscriptFile.Played;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicNode;
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
  @TempDir Path temporary;

  @TestFactory
  Stream<DynamicNode> transcripts() throws IOException {
    return TranscriptFile.tests(Path.of("src/test/resources/transcripts"), 1, this::play);
  }

  private void play(Block preamble, Block block, Consumer<Played> end) throws IOException {
    Path folder = Files.createTempDirectory(temporary, "cwd");
    try (FakeEngine engine = FakeEngine.onUnix()) {
      preamble.prepare(engine, folder);
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
      List<String> requests =
          engine.requests().stream()
              .filter(request -> !request.path().equals("/_ping"))
              .map(RequestText::of)
              .toList();
      List<String> outcome =
          Transcript.shown(requests, result).stream()
              .map(line -> masked(line, engine, folder))
              .toList();
      end.accept(new Played(outcome, engine.unasked()));
    }
  }

  private static String masked(String line, FakeEngine engine, Path folder) {
    String path = engine.address().substring("unix://".length());
    return line.replaceAll("\\d\\d years ago", "NN years ago")
        .replaceAll("/docker-build-git\\d+", "/docker-build-gitN")
        .replace(engine.address(), "<engine>")
        .replace(path.replace("/", "%2F"), "<engine>")
        .replace(path, "<engine>")
        .replace(folder.toString(), "<cwd>")
        .replace(FakeEngine.ID, "<id>")
        .replace(FakeEngine.ID.substring(0, 12), "<short>");
  }
}
