package dev.davit;

import dev.davit.Transcript.Block;
import dev.davit.TranscriptFile.Played;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicNode;
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
  @TempDir Path temporary;

  @TestFactory
  Stream<DynamicNode> wire() throws IOException {
    return TranscriptFile.tests(Path.of("src/test/resources/wire"), 3, this::play);
  }

  private void play(Block preamble, Block block, Consumer<Played> end) throws IOException {
    WirePlay play = new WirePlay(temporary, Target::command);
    try (FakeEngine newer = FakeEngine.onUnix().api("1.50");
        FakeEngine older = FakeEngine.onUnix().api("1.41")) {
      List<String> onNewer = play.outcome(newer, preamble, block, "1.50");
      List<String> onOlder = play.outcome(older, preamble, block, "1.41");
      List<String> outcome = new ArrayList<>();
      if (onNewer.equals(onOlder)) {
        outcome.addAll(onNewer);
      } else {
        onNewer.forEach(line -> outcome.add("1.50 " + line));
        onOlder.forEach(line -> outcome.add("1.41 " + line));
      }
      List<String> unasked = new ArrayList<>(newer.unasked());
      unasked.retainAll(older.unasked());
      end.accept(new Played(outcome, unasked));
    }
  }
}
