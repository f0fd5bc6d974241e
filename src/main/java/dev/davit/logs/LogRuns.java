package dev.davit.logs;

import dev.davit.engine.EngineSystem;
import dev.davit.engine.http.JsonStream;
import dev.davit.engine.model.ContainerDetails;
import dev.davit.engine.model.EngineEvent;
import dev.davit.json.JsonText;
import dev.davit.logs.line.LogTime;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The runs of a container, from a start to an exit. A run begins behind the exit of the one before,
 * as its first lines are older than the time of its start; the engine's events have the exits.
 */
public final class LogRuns {
  private static final String CREATE = "create";

  private final EngineSystem system;
  private final Instant now;

  /**
   * Creates the runs of an engine's containers.
   *
   * @param now the present, up to which events are requested
   */
  public LogRuns(EngineSystem system, Instant now) {
    this.system = system;
    this.now = now;
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
   * Returns the period of a run.
   *
   * @param back the number of runs back; 0 for the current or last one
   * @throws IOException if the engine does not know the run any more
   */
  public LogPeriod of(ContainerDetails container, int back) throws IOException {
    List<Long> ends = new ArrayList<>();
    boolean complete = read(container.id(), ends);
    boolean running = container.state().running() && !container.state().restarting();
    int upper = (running ? ends.size() : ends.size() - 1) - back;
    int lower = upper - 1;
    if (upper >= 0 && (lower >= 0 || complete)) {
      return new LogPeriod(
          lower < 0 ? null : LogTime.seconds(ends.get(lower) + 1),
          upper == ends.size() ? null : LogTime.seconds(ends.get(upper)));
    }
    if (back == 0) {
      return new LogPeriod(begin(container.state(), running), null);
    }
    String name = LogContainer.nameOf(container);
    throw new IOException(
        complete
            ? "container " + name + " had fewer runs: --run " + back
            : "the engine's events do not reach back to this run of " + name + ": --run " + back);
  }

  /** The begin of the last run by the container's state alone. */
  private static @Nullable String begin(ContainerDetails.State state, boolean running) {
    long started = LogTime.parse(state.startedAt());
    long finished = LogTime.parse(state.finishedAt());
    if (!running) {
      return started > 0 ? LogTime.seconds(started) : null;
    }
    return finished > 0 && finished < started ? LogTime.seconds(finished + 1) : null;
  }

  /** Reads the times of exits; returns whether these are all since the container was created. */
  private boolean read(String id, List<Long> ends) throws IOException {
    String filters =
        "{\"container\":{"
            + JsonText.quote(id)
            + ":true},\"event\":{\"create\":true,\"die\":true},\"type\":{\"container\":true}}";
    boolean complete = false;
    try (JsonStream<EngineEvent> events = system.events("1", LogTime.seconds(now), filters)) {
      for (EngineEvent event = events.next(); event != null; event = events.next()) {
        complete |= event.action().equals(CREATE);
        if (event.action().equals(ContainerSignal.DIE)) {
          ends.add(ContainerSignal.of(event).time());
        }
      }
    }
    return complete;
  }
}
