package dev.davit.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.davit.cli.CommandList.Entry;
import dev.davit.cli.CommandList.Group;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

final class CommandListTest {
  /** Of these the native binary plays each as well. */
  private static final List<String> PLAYED = List.of("sessions", "transcripts", "terminal");

  @Test
  void everyCommandIsPlayed() throws IOException {
    List<String> lines = new ArrayList<>();
    for (String folder : PLAYED) {
      try (Stream<Path> files = Files.walk(Path.of("src/test/resources", folder))) {
        for (Path file : (Iterable<Path>) files.filter(Files::isRegularFile)::iterator) {
          lines.addAll(Files.readAllLines(file));
        }
      }
    }
    lines.removeIf(line -> !line.startsWith("$"));
    assertEquals(
        List.of(),
        CommandList.ALL.stream()
            .map(CommandListTest::typed)
            .filter(typed -> lines.stream().noneMatch(invocation(typed).asPredicate()))
            .toList());
  }

  private static String typed(Entry entry) {
    return entry.isIn(Group.CONTEXT) ? "context " + entry.name() : entry.name();
  }

  private static Pattern invocation(String typed) {
    return Pattern.compile("\\bdocker (container )?" + typed + "\\b");
  }
}
