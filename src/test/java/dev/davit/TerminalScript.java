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
 * Plays a terminal session. Lines of a file:
 *
 * <pre>
 * $ LINE     starts a shell line in which docker is the program; `exec` replaces the shell
 * &lt; TEXT     waits for a text on the screen
 * &gt; TEXT     types a text; ^X is a control key, ^M the enter key
 * ! LINE     runs a shell line outside of the terminal, which must succeed
 * resize R C resizes the terminal
 * signal S   sends the process a signal
 * stopped    waits until the process is stopped; the terminal must be restored
 * shell      sets the terminal as an interactive shell does
 * ? N        waits for the end with this exit code; the terminal must be restored
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

  /** Removes all containers of the engine and plays a file. */
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

  /** Performs a line. */
  void perform(String line) throws IOException {
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
