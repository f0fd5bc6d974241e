package dev.davit.logs;

import dev.davit.engine.Containers;
import dev.davit.engine.LogsOptions;
import dev.davit.engine.http.ApiResponse;
import dev.davit.logs.line.LineReader;
import dev.davit.logs.line.LogLine;
import dev.davit.logs.line.LogSource;
import java.io.Closeable;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** One reading of a container's log: the lines that were not read before. */
final class LogReading implements LogSource, Closeable {
  private final ApiResponse answer;
  private final LineReader lines;
  private final LogPosition position;
  private final String name;
  private long left = Long.MAX_VALUE;

  private LogReading(ApiResponse answer, boolean framed, LogPosition position, String name) {
    this.name = name;
    this.answer = answer;
    this.lines = new LineReader(answer.body(), framed);
    this.position = position;
  }

  /** Requests the log of a container; what a reading returns, later ones do not. */
  static LogReading open(
      Containers containers, LogContainer container, LogsOptions options, LogPosition position)
      throws LogFailure {
    position.restart();
    try {
      ApiResponse answer = containers.logs(container.id(), options);
      return new LogReading(answer, !container.isTty(), position, container.name());
    } catch (IOException e) {
      throw new LogFailure(container.name(), e);
    }
  }

  /** Ends the reading after a number of lines, of which pieces of a very long line count. */
  LogReading upTo(long count) {
    left = count;
    return this;
  }

  @Override
  public @Nullable LogLine next() throws LogFailure {
    try {
      LogLine line = nextLine();
      while (line != null && !position.isNew(line)) {
        line = nextLine();
      }
      return line;
    } catch (IOException e) {
      throw new LogFailure(name, e);
    }
  }

  private @Nullable LogLine nextLine() throws IOException {
    return left-- > 0 ? lines.next() : null;
  }

  @Override
  public void close() {
    answer.close();
  }
}
