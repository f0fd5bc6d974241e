package dev.davit.logs;

import dev.davit.engine.model.ContainerDetails;
import dev.davit.logs.line.LogTime;
import java.io.IOException;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/**
 * The starts and ends of the containers of one name, as the engine's events report them, in their
 * order. Events from before the container was inspected are passed over.
 */
final class Lifecycle {
  /** The time after which an end is reported, if no start follows. */
  private static final long PATIENCE_MILLIS = 1000;

  private final String name;
  private final BlockingQueue<ContainerSignal> signals = new LinkedBlockingQueue<>();
  private String id;
  private boolean running;
  private final long known;
  private String exitCode = "";
  private boolean outOfMemory;

  /** The notice to print if no start follows; empty for no notice. */
  private String pending = "";

  private Lifecycle(String name, String id, boolean running, long known) {
    this.name = name;
    this.id = id;
    this.running = running;
    this.known = known;
  }

  static Lifecycle of(ContainerDetails details) {
    ContainerDetails.State state = details.state();
    boolean running = state.running() && !state.restarting();
    return new Lifecycle(
        LogContainer.nameOf(details),
        details.id(),
        running,
        LogTime.parse(running ? state.startedAt() : state.finishedAt()));
  }

  /** Receives notices. */
  interface Notices {
    void print(String text) throws IOException;
  }

  /** Adds what has happened; from any thread. */
  void add(ContainerSignal signal) {
    signals.add(signal);
  }

  /**
   * Waits for the next start.
   *
   * @return the event of the start
   */
  ContainerSignal awaitStart(Notices notices) throws IOException, InterruptedException {
    while (true) {
      ContainerSignal signal =
          pending.isEmpty() ? signals.take() : signals.poll(PATIENCE_MILLIS, TimeUnit.MILLISECONDS);
      if (signal == null) {
        notices.print(name + " " + pending);
        pending = "";
        exitCode = "";
      } else if (isNews(signal) && take(signal)) {
        notices.print(name + " " + started(signal.id()));
        pending = "";
        exitCode = "";
        outOfMemory = false;
        id = signal.id();
        return signal;
      }
    }
  }

  /** Whether a signal is later than what was inspected. */
  private boolean isNews(ContainerSignal signal) {
    return !signal.id().equals(id) || signal.time() > known;
  }

  /**
   * Takes a signal; returns whether it is a start. A second start in a row is the inspected one.
   */
  private boolean take(ContainerSignal signal) {
    switch (signal.action()) {
      case ContainerSignal.OOM -> outOfMemory = true;
      case ContainerSignal.DIE -> {
        running = false;
        exitCode =
            " (exit "
                + (signal.exitCode().isEmpty() ? "unknown" : signal.exitCode())
                + (outOfMemory ? ", out of memory)" : ")");
        pending = "exited" + exitCode;
      }
      case ContainerSignal.DESTROY -> pending = "removed" + exitCode;
      case ContainerSignal.START -> {
        boolean isStart = !running || !signal.id().equals(id);
        running = true;
        return isStart;
      }
      default -> {}
    }
    return false;
  }

  private String started(String startedId) {
    return !startedId.equals(id)
        ? "re-created" + exitCode
        : exitCode.isEmpty() ? "started" : "restarted" + exitCode;
  }
}
