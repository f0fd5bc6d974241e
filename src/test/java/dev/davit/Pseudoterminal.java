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

/** A terminal of its own for one process, which a test types into and reads from. */
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
    // a shell's terminal, as a user has it: JLine opens it as a program would set it
    setSane();
    terminal.setSize(new Size(columns, rows));
  }

  /** Starts a process whose streams and controlling terminal this is. */
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

  /** Sets the terminal as a shell has it. */
  void setSane() throws IOException {
    run(List.of("stty", "-F", device.getPath(), "sane", "-echoctl"));
  }

  /** Waits until a signal has stopped the process. */
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

  /** Waits until the text stands on the screen, after what was awaited before. */
  void await(String text) throws IOException {
    screen.await(text);
  }

  /** Everything that was ever on the screen. */
  String shown() {
    return screen.all();
  }

  /** All settings of the terminal, by which two states can be compared. */
  String settings() throws IOException {
    return run(List.of("stty", "-F", device.getPath(), "-g"));
  }

  /** The settings by their names, those that are off with a dash in front. */
  String namedSettings() throws IOException {
    return run(List.of("stty", "-F", device.getPath(), "-a"));
  }

  /** Waits until the settings are these. */
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

  /** What the process writes. */
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
