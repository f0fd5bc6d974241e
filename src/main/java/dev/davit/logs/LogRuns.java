package dev.davit.logs;

import dev.davit.engine.EngineSystem;
import dev.davit.engine.http.JsonStream;
import dev.davit.engine.model.ContainerDetails;
import dev.davit.engine.model.ContainerDetails.State;
import dev.davit.engine.model.EngineEvent;
import dev.davit.json.JsonText;
import dev.davit.logs.line.LogTime;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * The runs of a container, from a start to an exit. A run begins behind the exit of the one before,
 * as its first lines are older than the time of its start; the engine's events have the exits. All
 * times are of the engine's clock.
 */
public final class LogRuns {
  private static final String CREATE = "create";

  /** The longest time by which an engine reports a start late. */
  private static final long LONGEST_DELAY = TimeUnit.SECONDS.toNanos(10);

  /** A time by which engines often report a start late, and shorter than most runs. */
  private static final long USUAL_DELAY = TimeUnit.MILLISECONDS.toNanos(200);

  private final EngineSystem system;

  /** The times of a container's exits; {@code complete} is whether these are all. */
  private record Exits(List<Long> times, boolean complete) {}

  public LogRuns(EngineSystem system) {
    this.system = system;
  }

  /**
   * Parses {@code current}, {@code previous}, or the number of runs back.
   *
   * @throws IllegalArgumentException if the text has another form
   */
  public static int parse(String text) {
    try {
      return switch (text) {
        case "current" -> 0;
        case "previous" -> 1;
        default -> Math.absExact(Integer.parseInt(text));
      };
    } catch (NumberFormatException | ArithmeticException e) {
      throw new IllegalArgumentException("must be current, previous or the number of runs back", e);
    }
  }

  /**
   * Returns the period of a run; that of the last one has no end.
   *
   * @param back the number of runs back; 0 for the current or last one
   * @throws IOException if the engine does not know the run any more
   */
  public LogPeriod of(ContainerDetails container, int back) throws IOException {
    long started = LogTime.parse(container.state().startedAt());
    if (back == 0) {
      return begunAt(container, started);
    }
    Exits exits = exits(container, started);
    int end = exits.times.size() - back;
    if (end > 0 || end == 0 && exits.complete) {
      return new LogPeriod(
          end == 0 ? null : LogTime.seconds(exits.times.get(end - 1) + 1),
          LogTime.seconds(exits.times.get(end)));
    }
    String name = LogContainer.nameOf(container);
    throw new IOException(
        exits.complete
            ? "container " + name + " had fewer runs: --run " + back
            : "the engine's events do not reach back to this run of " + name + ": --run " + back);
  }

  /**
   * Returns the period from a start on.
   *
   * @param started the time at which the engine has reported the start, in Unix nanoseconds
   */
  LogPeriod begunAt(ContainerDetails container, long started) throws IOException {
    Exits exits = exits(container, started);
    if (!exits.times.isEmpty()) {
      return new LogPeriod(LogTime.seconds(exits.times.getLast() + 1), null);
    }
    long begin = exits.complete ? 0 : beforeStart(container.state(), started);
    return begin == 0 ? LogPeriod.ALL : new LogPeriod(LogTime.seconds(begin), null);
  }

  /**
   * Returns a time between the last exit and the first line after the last start, in Unix
   * nanoseconds, by the container's state alone; 0 before the first exit. Engines report the start
   * a little late, after the first lines, and the exit before the last lines.
   */
  public static long beforeStart(State state) {
    return beforeStart(state, LogTime.parse(state.startedAt()));
  }

  private static long beforeStart(State state, long started) {
    long finished = LogTime.parse(state.finishedAt());
    if (finished == 0) {
      return 0;
    }
    // of a container that has exited again, the exit before the start is not known
    return finished < started
        ? Math.max(finished + (started - finished) / 2, started - LONGEST_DELAY)
        : Math.max(0, started - USUAL_DELAY);
  }

  /** Returns the exits before a time, as far as the engine's events reach back. */
  private Exits exits(ContainerDetails container, long before) throws IOException {
    List<Long> times = new ArrayList<>();
    if (before == 0 || LogTime.parse(container.state().finishedAt()) == 0) {
      return new Exits(times, true);
    }
    String filters =
        "{\"container\":{"
            + JsonText.quote(container.id())
            + ":true},\"event\":{\"create\":true,\"die\":true},\"type\":{\"container\":true}}";
    boolean complete = false;
    String until = LogTime.seconds(before);
    try (JsonStream<EngineEvent> events = system.pastEvents("1", until, filters)) {
      for (EngineEvent event = events.next(); event != null; event = events.next()) {
        complete |= event.action().equals(CREATE);
        long time = ContainerSignal.of(event).time();
        if (event.action().equals(ContainerSignal.DIE) && time < before) {
          times.add(time);
        }
      }
    }
    return new Exits(times, complete);
  }
}
