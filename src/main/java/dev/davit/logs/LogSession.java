package dev.davit.logs;

import dev.davit.engine.Containers;
import dev.davit.engine.LogsOptions;
import dev.davit.logs.Merge.Log;
import dev.davit.logs.line.FilteredSource;
import dev.davit.logs.line.LineFilter;
import dev.davit.logs.line.LogLine;
import dev.davit.logs.line.LogSource;
import dev.davit.logs.line.LogTime;
import dev.davit.logs.view.LinePrinter;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads and prints the logs of several containers. */
public final class LogSession {
  private final Containers containers;
  private final LogQuery query;
  private final LinePrinter printer;
  private volatile boolean failed;

  public LogSession(Containers containers, LogQuery query, LinePrinter printer) {
    this.containers = containers;
    this.query = query;
    this.printer = printer;
  }

  LinePrinter printer() {
    return printer;
  }

  /**
   * Prints what the logs have by now, merged by time.
   *
   * @return the containers whose logs were read
   */
  public List<LogContainer> printHistory(List<LogContainer> logs) throws IOException {
    printer.align(logs);
    List<LogContainer> readable = new ArrayList<>(logs);
    List<LogReading> open = new ArrayList<>();
    List<Log<LogContainer>> merged = new ArrayList<>();
    try {
      for (LogContainer each : logs) {
        try {
          LogReading reading = history(each);
          open.add(reading);
          LogSource source = new FilteredSource(reading, each.filter());
          merged.add(new Log<>(each, () -> next(source, each, readable)));
        } catch (LogFailure e) {
          report(e);
          readable.remove(each);
        }
      }
      Merge.run(merged, printer::print);
    } finally {
      open.forEach(LogReading::close);
    }
    logs.forEach(each -> each.filter().skip(0));
    return readable;
  }

  /** Returns the next line; null at the end, or if the log cannot be read any further. */
  private @Nullable LogLine next(
      LogSource source, LogContainer container, List<LogContainer> readable) throws IOException {
    try {
      return source.next();
    } catch (LogFailure e) {
      report(e);
      readable.remove(container);
      return null;
    }
  }

  /** Prints why a log cannot be read; from any thread. */
  void report(LogFailure failure) throws IOException {
    failed = true;
    printer.failure(failure.container(), String.valueOf(failure.getMessage()));
  }

  /** Whether a log could not be read. */
  public boolean hasFailed() {
    return failed;
  }

  private LogReading history(LogContainer container) throws LogFailure {
    LogPeriod period = container.period().and(query.period());
    beginAt(container, period);
    if (query.countsHere(period)) {
      return lastMatches(container, period);
    }
    if (query.tail() != LogQuery.ALL) {
      container.position().beginAtFirst();
    }
    String tail = query.tail() == LogQuery.ALL ? "all" : Long.toString(query.tail());
    if (query.tail() == 0) { // the last line is where to go on
      container.filter().skip(Long.MAX_VALUE);
      tail = "1";
    }
    return open(container, false, period, tail, container.position());
  }

  /**
   * Reads the log twice, so that the last matching lines need not be held in memory: first to count
   * them. Lines that are written in between are left out by their number, as the time of the last
   * line would leave that line out on Podman.
   */
  private LogReading lastMatches(LogContainer container, LogPeriod period) throws LogFailure {
    LineFilter counter = new LineFilter(query.rules());
    long count = 0;
    try (LogReading all = open(container, false, period, "all", new LogPosition())) {
      for (LogLine line = all.next(); line != null; line = all.next()) {
        counter.accept(line, shown -> {});
        count++;
      }
    }
    container.filter().skip(Math.max(0, counter.matches() - query.tail()));
    return open(container, false, period, "all", container.position()).upTo(count);
  }

  /** Prints the lines that follow those printed before, until the container stops. */
  void follow(LogContainer container) throws IOException {
    LogPeriod period = container.period().and(query.period());
    beginAt(container, period);
    String since = container.position().since();
    LogPeriod rest = new LogPeriod(since == null ? period.since() : since, period.until());
    try (LogReading reading = open(container, true, rest, "all", container.position())) {
      LogSource lines = new FilteredSource(reading, container.filter());
      for (LogLine line = lines.next(); line != null; line = lines.next()) {
        printer.print(container, line);
      }
    }
  }

  private static void beginAt(LogContainer container, LogPeriod period) {
    String since = period.since();
    if (since != null) {
      container.position().beginAt(LogTime.ofSeconds(since));
    }
  }

  private LogReading open(
      LogContainer container,
      boolean follow,
      LogPeriod period,
      @Nullable String tail,
      LogPosition position)
      throws LogFailure {
    LogsOptions options =
        new LogsOptions(
            query.rules().stdout(),
            query.rules().stderr(),
            follow,
            true,
            query.details(),
            period.since(),
            period.until(),
            tail);
    return LogReading.open(containers, container, options, position);
  }
}
