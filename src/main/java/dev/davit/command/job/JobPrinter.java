package dev.davit.command.job;

import dev.davit.engine.model.SwarmTask;
import dev.davit.job.Job;
import dev.davit.job.JobLogs;
import dev.davit.logs.line.LogLine;
import dev.davit.logs.line.ServiceLines;
import dev.davit.logs.line.ServiceMessage;
import dev.davit.logs.view.LinePrinter;
import dev.davit.logs.view.LogOrigin;
import dev.davit.logs.view.LogOutput;
import dev.davit.logs.view.LogView;
import dev.davit.terminal.Streams;
import java.io.Closeable;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Prints the log of a job: as its only task writes it, or line by line with the task before each.
 */
final class JobPrinter implements JobLogs.Sink, Closeable {
  private final Job job;
  private final Streams streams;
  private final @Nullable LogOutput output;
  private final @Nullable LinePrinter printer;
  private final ServiceLines lines = new ServiceLines();
  private final Map<String, Origin> origins = new HashMap<>();

  private record Origin(String name, String id) implements LogOrigin {}

  /**
   * Creates a printer.
   *
   * @param view how lines are shown; null to print the output unchanged
   */
  JobPrinter(Job job, Streams streams, @Nullable LogView view) {
    this.job = job;
    this.streams = streams;
    this.output = view == null ? null : new LogOutput(streams);
    this.printer = view == null || output == null ? null : new LinePrinter(view, output);
  }

  @Override
  public synchronized void take(SwarmTask task, ServiceMessage message) throws IOException {
    if (printer == null) {
      message.writeTo(message.stderr() ? streams.err() : streams.out());
      return;
    }
    Origin origin =
        origins.computeIfAbsent(
            task.id(), id -> new Origin(job.name() + '.' + task.slot(), task.id()));
    for (LogLine line : lines.add(message)) {
      printer.print(origin, line);
    }
  }

  @Override
  public synchronized void close() throws IOException {
    if (printer == null || output == null) {
      return;
    }
    try (output) {
      for (String task : lines.tasks()) {
        for (LogLine line : lines.end(task)) {
          printer.print(Objects.requireNonNull(origins.get(task)), line);
        }
      }
    }
  }
}
