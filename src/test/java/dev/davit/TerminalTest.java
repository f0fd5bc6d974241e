package dev.davit;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/**
 * What one sees and types at a terminal, on a real engine. Lines of a file:
 *
 * <pre>
 * $ LINE     start a shell line in which docker is the program; `exec` makes that the process
 * &lt; TEXT     wait until it is shown
 * &gt; TEXT     type it; ^X is a control key, ^M the enter key
 * ! LINE     run a shell line without a terminal, for what must happen outside; it must succeed
 * resize R C give the terminal another size
 * signal S   send the process a signal
 * stopped    wait until the process is stopped; the terminal must be as it was
 * shell      set the terminal as a shell does for itself
 * ? N        wait for the end with this exit code; the terminal must be as it was
 * </pre>
 *
 * <p>{@code -Dfile=NAME} plays only those whose name has this in it. In the folder {@code beyond}
 * stands what docker gets wrong; it is not played with docker.
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
      return files.sorted().filter(file -> file.toString().contains(only)).toList().stream()
          .map(
              file -> DynamicTest.dynamicTest(FILES.relativize(file).toString(), () -> play(file)));
    }
  }

  private void play(Path file) throws IOException {
    String engine = System.getenv("DAVIT_TEST_ENGINE");
    assertNotNull(engine, "DAVIT_TEST_ENGINE names no engine: run this by make test");
    Path cwd = Files.createTempDirectory(folder, "cwd");
    Target target = Target.linked();
    target.removeAllContainers(engine, cwd);
    try (Pseudoterminal terminal = new Pseudoterminal(31, 97)) {
      Actor actor = new Actor(terminal, target, engine, cwd);
      for (String line : Files.readAllLines(file)) {
        try {
          actor.perform(line);
        } catch (IOException | AssertionError e) {
          throw new AssertionError(line + "\n" + e.getMessage() + "\n" + terminal.shown(), e);
        }
      }
    }
  }

  /** Performs the lines of one file. */
  private static final class Actor {
    private final Pseudoterminal terminal;
    private final Target target;
    private final String engine;
    private final Path cwd;
    private final String settings;
    private @Nullable Process process;

    Actor(Pseudoterminal terminal, Target target, String engine, Path cwd) throws IOException {
      this.terminal = terminal;
      this.target = target;
      this.engine = engine;
      this.cwd = cwd;
      this.settings = terminal.settings();
    }

    void perform(String line) throws IOException {
      String[] words = line.split(" ", 2);
      switch (words[0]) {
        case "", "#" -> {}
        case "$" ->
            process =
                terminal.start(
                    List.of("/bin/sh", "-c", words[1]), target.environment(engine, cwd), cwd);
        case "<" -> terminal.await(words[1]);
        case ">" -> terminal.type(keys(words[1]));
        case "!" -> assertEquals(0, target.run(words[1], engine, cwd).exitCode());
        case "resize" -> {
          String[] size = words[1].split(" ", -1);
          terminal.resize(Integer.parseInt(size[0]), Integer.parseInt(size[1]));
        }
        case "signal" ->
            Pseudoterminal.run(List.of("kill", "-" + words[1], Long.toString(running().pid())));
        case "stopped" -> {
          Pseudoterminal.awaitStop(running());
          assertEquals(settings, terminal.settings());
        }
        case "shell" -> terminal.setSane();
        case "?" -> {
          int exitCode = Pseudoterminal.exitCode(running());
          assertAll(
              () -> assertEquals(Integer.parseInt(words[1]), exitCode),
              () -> assertEquals(settings, terminal.settings()));
        }
        default -> throw new IOException("no such line");
      }
    }

    private Process running() {
      return Objects.requireNonNull(process, "nothing was started");
    }

    private static String keys(String text) {
      StringBuilder keys = new StringBuilder();
      for (int i = 0; i < text.length(); i++) {
        boolean control = text.charAt(i) == '^' && i + 1 < text.length();
        keys.append(control ? (char) (text.charAt(++i) & 0x1f) : text.charAt(i));
      }
      return keys.toString();
    }
  }
}
