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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Reads and prints the logs of several containers. */
public final class LogSession {
  private final Containers containers;
  private final LogQuery query;
  private final LinePrinter printer;

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
   * @return the containers whose logs could not be requested, and the reasons, which are printed
   */
  public Map<LogContainer, String> printHistory(List<LogContainer> logs) throws IOException {
    printer.align(logs);
    Map<LogContainer, String> failures = new LinkedHashMap<>();
    List<LogReading> open = new ArrayList<>();
    List<Log<LogContainer>> merged = new ArrayList<>();
    try {
      for (LogContainer each : logs) {
        try {
          LogReading reading = history(each);
          open.add(reading);
          merged.add(new Log<>(each, new FilteredSource(reading, each.filter())));
        } catch (IOException e) {
          String reason = printer.label(each) + e.getMessage();
          failures.put(each, reason);
          printer.error(reason);
        }
      }
      Merge.run(merged, printer::print);
    } finally {
      open.forEach(LogReading::close);
    }
    logs.forEach(each -> each.filter().skip(0));
    return failures;
  }

  private LogReading history(LogContainer container) throws IOException {
    LogPeriod period = Objects.requireNonNullElse(container.period(), query.period());
    beginAt(container, period);
    if (query.tail() != LogQuery.ALL && !query.countsHere()) {
      container.position().beginAtFirst();
    }
    if (query.countsHere()) {
      return lastMatches(container, period);
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
   * them.
   */
  private LogReading lastMatches(LogContainer container, LogPeriod period) throws IOException {
    LineFilter counter = new LineFilter(query.rules());
    LogPosition end = new LogPosition();
    try (LogReading all = open(container, false, period, "all", end)) {
      for (LogLine line = all.next(); line != null; line = all.next()) {
        counter.accept(line, shown -> {});
      }
    }
    container.filter().skip(Math.max(0, counter.matches() - query.tail()));
    String until = end.last() > 0 ? LogTime.seconds(end.last()) : period.until();
    LogPeriod counted = new LogPeriod(period.since(), until);
    return open(container, false, counted, "all", container.position());
  }

  /** Prints the lines that follow those printed before, until the container stops. */
  void follow(LogContainer container) throws IOException {
    LogPeriod period = Objects.requireNonNullElse(container.period(), query.period());
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
      throws IOException {
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
    return LogReading.open(containers, container, options, position, printer.label(container));
  }
}
