package dev.davit.readiness;

import dev.davit.engine.AttachOptions;
import dev.davit.engine.Containers;
import dev.davit.engine.LogsOptions;
import dev.davit.engine.http.ApiResponse;
import dev.davit.engine.http.EngineException;
import dev.davit.engine.model.ContainerDetails;
import dev.davit.engine.model.ContainerDetails.State;
import dev.davit.engine.stream.FrameReader;
import dev.davit.engine.stream.HijackedStream;
import dev.davit.io.ChannelCopy;
import dev.davit.logs.line.LogTime;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** A container's output, line by line, of standard output and standard error alike. */
final class LogLines implements Closeable {
  /** The number of lines that a failed wait prints. */
  static final int LAST = 20;

  /** The longest time by which an engine reports a start late. */
  private static final long LONGEST_DELAY = TimeUnit.SECONDS.toNanos(10);

  /** A time by which engines often report a start late, and shorter than most runs. */
  private static final long USUAL_DELAY = TimeUnit.MILLISECONDS.toNanos(200);

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
    long since = beforeStart(container.state());
    String from = since == 0 ? null : LogTime.seconds(since);
    return open(
        containers, container, new LogsOptions(true, true, true, false, false, from, null, "all"));
  }

  /**
   * Returns a time between the last exit and the last start, 0 before the first exit. Engines
   * report the start a little late, after the first lines, and the exit before the last lines.
   */
  static long beforeStart(State state) {
    long finished = LogTime.parse(state.finishedAt());
    long started = LogTime.parse(state.startedAt());
    if (finished == 0) {
      return 0;
    }
    // of a container that has exited again, the exit before the start is not known
    return finished < started
        ? Math.max(finished + (started - finished) / 2, started - LONGEST_DELAY)
        : Math.max(0, started - USUAL_DELAY);
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
    try (LineOutput out = new LineOutput(lines);
        LineOutput err = new LineOutput(lines)) {
      if (tty) {
        ChannelCopy.copy(output, out);
      } else {
        FrameReader.copy(output, out, err);
      }
    }
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
