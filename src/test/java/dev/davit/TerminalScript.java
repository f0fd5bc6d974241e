package dev.davit;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What one sees and types at a terminal. Lines of a file:
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
 */
final class TerminalScript {
  private final Pseudoterminal terminal;
  private final Target target;
  private final Reach engine;
  private final Path cwd;
  private final String settings;
  private @Nullable Process process;

  TerminalScript(Pseudoterminal terminal, Target target, Reach engine, Path cwd)
      throws IOException {
    this.terminal = terminal;
    this.target = target;
    this.engine = engine;
    this.cwd = cwd;
    this.settings = terminal.settings();
  }

  /** Plays a file; the engine's containers are removed before. */
  static void play(Path file, Reach engine, Path folder) throws IOException {
    Path cwd = Files.createTempDirectory(folder, "cwd");
    Target target = Target.linked();
    target.removeAllContainers(engine, cwd);
    play(Files.readAllLines(file), target, engine, cwd);
  }

  /** Plays lines at a terminal of their own. */
  static void play(List<String> lines, Target target, Reach engine, Path cwd) throws IOException {
    try (Pseudoterminal terminal = new Pseudoterminal(31, 97)) {
      TerminalScript script = new TerminalScript(terminal, target, engine, cwd);
      for (String line : lines) {
        try {
          script.perform(line);
        } catch (IOException | AssertionError e) {
          throw new AssertionError(line + "\n" + e.getMessage() + "\n" + terminal.shown(), e);
        }
      }
    }
  }

  private void perform(String line) throws IOException {
    String[] words = line.split(" ", 2);
    switch (words[0]) {
      case "", "#" -> {}
      case "$" ->
          process =
              terminal.start(Target.shell(words[1], engine), target.environment(engine, cwd), cwd);
      case "<" -> terminal.await(words[1]);
      case ">" -> terminal.type(keys(words[1]));
      case "!" -> assertEquals(0, target.run(words[1], engine, cwd).exitCode());
      case "resize" -> {
        String[] size = words[1].split(" ", -1);
        terminal.resize(Integer.parseInt(size[0]), Integer.parseInt(size[1]));
      }
      case "signal" -> Target.signal(words[1], running().pid());
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
