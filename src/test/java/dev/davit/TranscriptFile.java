package dev.davit;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.davit.Transcript.Block;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.DynamicTest;

/**
 * The tests of a file with a {@link Transcript}: one for each command, and one for the preamble,
 * whose answers some command must have asked for. With {@code -Drecord=true} one test writes the
 * file anew.
 */
final class TranscriptFile {
  private final Path file;
  private final Transcript transcript;
  private final Player player;
  private @Nullable Set<String> unasked;

  /** Plays commands on engines of its own. */
  @FunctionalInterface
  interface Player {
    /** Plays a block, and closes its engines after {@code end} has taken what came of it. */
    void play(Block preamble, Block block, Consumer<Played> end) throws IOException;
  }

  /** The outcome of a command, and the answers that it did not ask for. */
  record Played(List<String> outcome, List<String> unasked) {}

  private TranscriptFile(Path file, Player player) throws IOException {
    this.file = file;
    this.transcript = Transcript.read(file);
    this.player = player;
  }

  /**
   * The tests of the files in a directory.
   *
   * @param nth which files to play natively, see {@link Target#ofCommands}
   */
  static Stream<DynamicNode> tests(Path folder, int nth, Player player) throws IOException {
    List<DynamicNode> nodes = new ArrayList<>();
    try (Stream<Path> files = Files.walk(folder)) {
      String only = System.getProperty("file", "");
      List<Path> all =
          files
              .filter(Files::isRegularFile)
              .filter(file -> file.toString().contains(only))
              .sorted()
              .toList();
      for (Path file : Target.ofCommands(all, nth).toList()) {
        String name = folder.relativize(file).toString();
        TranscriptFile each = new TranscriptFile(file, player);
        nodes.add(
            Boolean.getBoolean("record")
                ? DynamicTest.dynamicTest(name, each::record)
                : DynamicContainer.dynamicContainer(name, each.tests()));
      }
    }
    return nodes.stream();
  }

  private List<DynamicTest> tests() {
    List<DynamicTest> tests = new ArrayList<>();
    boolean all = true;
    for (Block block : transcript.blocks()) {
      if (isPlayed(block)) {
        tests.add(DynamicTest.dynamicTest(block.command(), () -> compare(block)));
      } else {
        all &= block.command().isEmpty();
      }
    }
    if (all) {
      tests.add(DynamicTest.dynamicTest("all of the preamble is asked for", this::checkPreamble));
    }
    return tests;
  }

  private static boolean isPlayed(Block block) {
    return !block.command().isEmpty() && (!Target.isDocker() || !block.isOurs());
  }

  private void compare(Block block) throws IOException {
    play(
        block,
        outcome ->
            assertEquals(String.join("\n", block.lines()), String.join("\n", block.with(outcome))));
  }

  private void play(Block block, Consumer<List<String>> end) throws IOException {
    player.play(
        transcript.preamble(),
        block,
        played -> {
          if (unasked == null) {
            unasked = new LinkedHashSet<>(played.unasked());
          }
          unasked.retainAll(played.unasked());
          end.accept(played.outcome());
        });
  }

  private void checkPreamble() {
    assertEquals(Set.of(), unasked == null ? Set.of() : unasked);
  }

  /** Writes all of the file even if a command does not ask for all of its answers. */
  private void record() throws IOException {
    List<String> text = new ArrayList<>();
    try {
      assertAll(transcript.blocks().stream().map(block -> () -> record(block, text)));
    } finally {
      text.removeLast();
      Files.write(file, text);
    }
  }

  private void record(Block block, List<String> text) throws IOException {
    try {
      if (isPlayed(block)) {
        play(block, outcome -> text.addAll(block.with(outcome)));
      } else {
        text.addAll(block.lines());
      }
    } finally {
      text.add("");
    }
  }
}
