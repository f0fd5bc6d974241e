package dev.davit;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A terminal emulator that runs one program and whose screen can be read: tmux. */
final class Tmux implements Closeable {
  private static final long LIMIT_NANOS = TimeUnit.SECONDS.toNanos(20);

  private final List<String> words;
  private final Map<String, String> env;
  private final Path folder;

  /**
   * Starts a shell line.
   *
   * @param type the value of {@code TERM}; unset if empty
   */
  Tmux(int rows, int columns, String type, String line, Map<String, String> env, Path folder)
      throws IOException {
    this.words = List.of("tmux", "-S", folder.resolve("tmux").toString(), "-f", "/dev/null");
    this.env = env;
    this.folder = folder;
    String variable = type.isEmpty() ? "unset TERM; " : "TERM=" + type + "; export TERM; ";
    run(
        "new-session",
        "-d",
        "-x",
        Integer.toString(columns),
        "-y",
        Integer.toString(rows),
        // keeps the screen after the end
        variable + line + "; sleep 100");
  }

  private String run(String... more) throws IOException {
    List<String> command = new ArrayList<>(words);
    command.addAll(List.of(more));
    ProcessBuilder builder =
        new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true);
    builder.environment().putAll(env);
    builder.environment().put("TERM", "xterm");
    Process process = builder.start();
    String out = new String(process.getInputStream().readAllBytes(), UTF_8);
    if (Pseudoterminal.exitCode(process) != 0) {
      throw new IOException(String.join(" ", command) + ": " + out);
    }
    return out;
  }

  /** Types keys by tmux's names. */
  void type(String... keys) throws IOException {
    List<String> words = new ArrayList<>(List.of("send-keys"));
    words.addAll(List.of(keys));
    run(words.toArray(String[]::new));
  }

  /** Returns the screen without trailing spaces. */
  String screen() throws IOException {
    return run("capture-pane", "-p").stripTrailing() + '\n';
  }

  /** Waits for a screen and returns it; after a timeout, returns the current screen. */
  String awaitScreen(String wanted) throws IOException {
    long end = System.nanoTime() + LIMIT_NANOS;
    String screen = screen();
    while (!screen.equals(wanted) && System.nanoTime() < end) {
      Await.pause();
      screen = screen();
    }
    return screen;
  }

  @Override
  public void close() throws IOException {
    run("kill-server");
  }
}
