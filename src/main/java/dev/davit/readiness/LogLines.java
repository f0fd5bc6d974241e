package dev.davit.readiness;

import dev.davit.engine.Containers;
import dev.davit.engine.LogsOptions;
import dev.davit.engine.http.ApiResponse;
import dev.davit.engine.http.EngineException;
import dev.davit.engine.stream.FrameReader;
import java.io.Closeable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The logs of a container, line by line, of standard output and standard error alike. */
final class LogLines implements Closeable {
  /** The number of lines that a failed wait prints. */
  static final int LAST = 20;

  private final ApiResponse logs;
  private final boolean tty;

  private LogLines(ApiResponse logs, boolean tty) {
    this.logs = logs;
    this.tty = tty;
  }

  /** Follows the logs from a time on, in nanoseconds since 1970. */
  static LogLines follow(Containers containers, String id, boolean tty, long since)
      throws IOException {
    return open(containers, id, tty, true, EngineTime.seconds(since), null);
  }

  /** Returns the last lines; null if the engine cannot read them, or the container was removed. */
  static @Nullable List<String> last(Containers containers, String id, boolean tty) throws IOException {
    List<String> lines = new ArrayList<>();
    try (LogLines logs = open(containers, id, tty, false, null, String.valueOf(LAST))) {
      logs.read(lines::add);
    } catch (EngineException e) {
      return null;
    }
    return lines;
  }

  private static LogLines open(
      Containers containers,
      String id,
      boolean tty,
      boolean follow,
      @Nullable String since,
      @Nullable String tail)
      throws IOException {
    LogsOptions options =
        new LogsOptions(true, true, follow, false, false, since, null, tail == null ? "all" : tail);
    return new LogLines(containers.logs(id, options), tty);
  }

  /** Passes on each line until the logs end. */
  void read(Consumer<String> lines) throws IOException {
    try (LineOutput out = new LineOutput(lines);
        LineOutput err = new LineOutput(lines)) {
      if (tty) {
        logs.body().transferTo(out);
      } else {
        FrameReader.copy(logs.body(), out, err);
      }
    }
  }

  /** Ends a blocked {@link #read} with a failure, from any thread. */
  void cancel() {
    logs.cancel();
  }

  @Override
  public void close() {
    logs.close();
  }
}
