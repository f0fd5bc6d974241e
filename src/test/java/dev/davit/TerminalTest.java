package dev.davit;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/**
 * Plays the files of {@link TerminalScript} on a real engine. {@code -Dfile=NAME} plays only files
 * whose name contains NAME. The files in {@code beyond} test behaviour that docker gets wrong, and
 * are not played with docker.
 */
@Tag("pty")
@Tag("matrix")
@ExtendWith(OnThisEngine.class)
final class TerminalTest {
  private static final Path FILES = Path.of("src/test/resources/terminal");

  @TempDir Path folder;

  @TestFactory
  Stream<DynamicTest> terminal() throws IOException {
    try (Stream<Path> files =
        Files.find(FILES, Target.isDocker() ? 1 : 2, (file, is) -> is.isRegularFile())) {
      String only = System.getProperty("file", "");
      List<Path> all = files.sorted().filter(file -> file.toString().contains(only)).toList();
      return (only.isEmpty() ? Target.ofProcesses(all, 2) : all.stream())
          .map(
              file -> DynamicTest.dynamicTest(FILES.relativize(file).toString(), () -> play(file)));
    }
  }

  /** Returns the file of a name. */
  static Path file(String name) {
    return FILES.resolve(name + ".txt");
  }

  private void play(Path file) throws IOException {
    TerminalScript.play(file, Reach.of(Reach.privateEngine()), folder);
  }
}
