package dev.davit.readiness;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.davit.engine.AttachOptions;
import dev.davit.engine.Containers;
import dev.davit.engine.LogsOptions;
import dev.davit.engine.http.ApiResponse;
import dev.davit.engine.http.EngineException;
import dev.davit.engine.model.ContainerDetails;
import dev.davit.engine.stream.HijackedStream;
import dev.davit.logs.LogRuns;
import dev.davit.logs.line.LineReader;
import dev.davit.logs.line.LogLine;
import dev.davit.logs.line.LogTime;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** A container's output, line by line, of standard output and standard error alike. */
final class LogLines implements Closeable {
  /** The number of lines that a failed wait prints. */
  static final int LAST = 20;

  private static final int LONGEST = 64 * 1024;

  private final InputStream output;
  private final boolean tty;
  private final Runnable cancel;
  private final Runnable close;

  private LogLines(InputStream output, boolean tty, Runnable cancel, Runnable close) {
    this.output = output;
    this.tty = tty;
    this.cancel = cancel;
    this.close = close;
  }

  /** Follows the logs since the container's start. */
  static LogLines follow(Containers containers, ContainerDetails container) throws IOException {
    long since = LogRuns.beforeStart(container.state());
    String from = since == 0 ? null : LogTime.seconds(since);
    return open(
        containers, container, new LogsOptions(true, true, true, false, false, from, null, "all"));
  }

  /**
   * Attaches to a container that is not started yet: the engine removes the logs of a container
   * with {@code --rm} when it exits, but sends all output to attached clients.
   */
  static LogLines attach(Containers containers, ContainerDetails container) throws IOException {
    HijackedStream stream =
        containers.attach(container.id(), AttachOptions.live(false, true, true, null));
    return new LogLines(stream.input(), container.config().tty(), stream::cancel, stream::close);
  }

  /** Returns the last lines; null if the engine cannot read them, or the container was removed. */
  static @Nullable List<String> last(Containers containers, ContainerDetails container)
      throws IOException {
    List<String> lines = new ArrayList<>();
    LogsOptions options =
        new LogsOptions(true, true, false, false, false, null, null, String.valueOf(LAST));
    try (LogLines logs = open(containers, container, options)) {
      logs.read(lines::add);
      return lines;
    } catch (EngineException e) {
      return null;
    }
  }

  private static LogLines open(
      Containers containers, ContainerDetails container, LogsOptions options) throws IOException {
    ApiResponse logs = containers.logs(container.id(), options);
    return new LogLines(logs.body(), container.config().tty(), logs::cancel, logs::close);
  }

  /** Passes each line to a consumer, until the output ends. */
  void read(Consumer<String> lines) throws IOException {
    read(output, !tty, lines);
  }

  /**
   * Passes each line of a stream to a consumer, without its line end; of a line that is longer than
   * {@value #LONGEST} bytes its beginning.
   *
   * @param framed whether the stream has frames
   */
  static void read(InputStream output, boolean framed, Consumer<String> lines) throws IOException {
    LineReader reader = LineReader.unstamped(output, framed);
    for (LogLine line = reader.next(); line != null; line = reader.next()) {
      if (line.begins()) {
        lines.accept(text(line.text()));
      }
    }
  }

  private static String text(byte[] line) {
    String text = new String(line, 0, Math.min(LONGEST, line.length), UTF_8);
    return text.endsWith("\r") ? text.substring(0, text.length() - 1) : text;
  }

  /** Ends a blocked {@link #read} with a failure, from any thread. */
  void cancel() {
    cancel.run();
  }

  @Override
  public void close() {
    close.run();
  }
}
