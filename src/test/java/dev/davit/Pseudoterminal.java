package dev.davit;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.jline.terminal.Size;
import org.jline.terminal.Terminal;
import org.jline.terminal.TerminalBuilder;
import org.jline.terminal.impl.AbstractPosixTerminal;

/** A pseudo-terminal for one process, with methods for input and output. */
final class Pseudoterminal implements Closeable {
  private static final Duration LIMIT = Duration.ofSeconds(20);

  private final Screen screen = new Screen();
  private final OutputStream keyboard;
  private final Terminal terminal;
  private final File device;

  Pseudoterminal(int rows, int columns) throws IOException {
    PipedInputStream typed = new PipedInputStream(1 << 20);
    keyboard = new PipedOutputStream(typed);
    terminal =
        TerminalBuilder.builder()
            .system(false)
            .provider("ffm")
            .type("xterm")
            .streams(typed, screen)
            .size(new Size(columns, rows))
            .build();
    String name = ((AbstractPosixTerminal) terminal).getPty().toString();
    device = new File(name.substring(name.indexOf('[') + 1, name.indexOf(']')));
    // the settings of an interactive shell: JLine opens terminals in a raw state
    setSane();
    terminal.setSize(new Size(columns, rows));
  }

  /** Starts a process on this terminal. */
  Process start(List<String> command, Map<String, String> env, Path cwd) throws IOException {
    List<String> own = new ArrayList<>(List.of("setsid", "--ctty"));
    own.addAll(command);
    ProcessBuilder builder =
        new ProcessBuilder(own)
            .directory(cwd.toFile())
            .redirectInput(device)
            .redirectOutput(device)
            .redirectError(device);
    builder.environment().putAll(env);
    return builder.start();
  }

  /** Sets the terminal's settings to those of an interactive shell. */
  void setSane() throws IOException {
    run(List.of("stty", "-F", device.getPath(), "sane", "-echoctl"));
  }

  /** Waits until a signal stops the process. */
  static void awaitStop(Process process) throws IOException {
    Path stat = Path.of("/proc/" + process.pid() + "/stat");
    Instant end = Instant.now().plus(LIMIT);
    while (!Files.readString(stat).contains(") T ")) {
      if (Instant.now().isAfter(end)) {
        throw new IOException("the process does not stop");
      }
      Await.pause();
    }
  }

  void type(String text) throws IOException {
    keyboard.write(text.getBytes(UTF_8));
    keyboard.flush();
  }

  void resize(int rows, int columns) {
    terminal.setSize(new Size(columns, rows));
  }

  /** Waits until a text appears after the previously awaited text. */
  void await(String text) throws IOException {
    screen.await(text);
  }

  /** Returns all output. */
  String shown() {
    return screen.all();
  }

  /** Returns all settings of the terminal in a form that can be compared. */
  String settings() throws IOException {
    return run(List.of("stty", "-F", device.getPath(), "-g"));
  }

  /** Returns the settings by name, disabled ones with a dash. */
  String namedSettings() throws IOException {
    return run(List.of("stty", "-F", device.getPath(), "-a"));
  }

  /** Waits until the terminal has the given settings. */
  void awaitSettings(String wanted) throws IOException {
    Instant end = Instant.now().plus(LIMIT);
    while (!settings().equals(wanted)) {
      if (Instant.now().isAfter(end)) {
        throw new IOException("the terminal stays " + settings());
      }
      Await.pause();
    }
  }

  static int exitCode(Process process) throws IOException {
    try {
      if (!process.waitFor(LIMIT.toSeconds(), TimeUnit.SECONDS)) {
        process.destroyForcibly();
        throw new IOException("the process does not end");
      }
      return process.exitValue();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  static String run(List<String> command) throws IOException {
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String out = new String(process.getInputStream().readAllBytes(), UTF_8).strip();
    if (exitCode(process) != 0) {
      throw new IOException(String.join(" ", command) + ": " + out);
    }
    return out;
  }

  @Override
  public void close() throws IOException {
    terminal.close();
  }

  /** Collects the output of the process. */
  private static final class Screen extends OutputStream {
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private int seen;

    @Override
    public synchronized void write(int b) {
      bytes.write(b);
      notifyAll();
    }

    @Override
    public synchronized void write(byte[] b, int from, int length) {
      bytes.write(b, from, length);
      notifyAll();
    }

    synchronized String all() {
      return bytes.toString(UTF_8);
    }

    synchronized void await(String text) throws IOException {
      Instant end = Instant.now().plus(LIMIT);
      for (int at = all().indexOf(text, seen); at < 0; at = all().indexOf(text, seen)) {
        long left = Duration.between(Instant.now(), end).toMillis();
        if (left <= 0) {
          throw new IOException("not shown: " + text + "\nafter: " + all().substring(seen));
        }
        try {
          wait(left);
        } catch (InterruptedException e) {
          throw new IllegalStateException(e);
        }
      }
      seen = all().indexOf(text, seen) + text.length();
    }
  }
}
