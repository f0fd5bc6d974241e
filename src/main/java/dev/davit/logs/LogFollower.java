package dev.davit.logs;

import dev.davit.engine.Containers;
import dev.davit.engine.EngineSystem;
import dev.davit.engine.http.JsonStream;
import dev.davit.engine.model.ContainerDetails;
import dev.davit.engine.model.EngineEvent;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Follows the logs of containers, each by a thread, in the order in which lines arrive. With the
 * engine's events, it goes on after restarts, and containers that are started later join, with the
 * lines from their start on. A log that cannot be read is reported, and ends no other.
 *
 * <p>Events are subscribed before containers are listed and inspected, and read afterwards, so that
 * no start is lost; those from before are passed over by {@link Lifecycle}.
 */
public final class LogFollower {
  private static final String EVENTS =
      "{\"event\":{\"destroy\":true,\"die\":true,\"oom\":true,\"remove\":true,\"start\":true},"
          + "\"type\":{\"container\":true}}";

  private final LogSession session;
  private final Containers containers;
  private final Joining joining;
  private final boolean notices;
  private final Map<String, Lifecycle> byId = new HashMap<>();
  private final Map<String, Lifecycle> byName = new HashMap<>();
  private final LogRuns runs;
  private @Nullable JsonStream<EngineEvent> events;
  private int active;
  private @Nullable IOException failure;

  /** Decides which containers join that are started later. */
  public interface Joining {
    /**
     * Returns a container that joins; null if it does not join.
     *
     * @param name empty if the engine's event has no name
     */
    @Nullable LogContainer join(String id, String name) throws IOException;
  }

  /**
   * Creates a follower without containers.
   *
   * @param notices whether to report restarts
   */
  public LogFollower(
      LogSession session, Containers containers, LogRuns runs, Joining joining, boolean notices) {
    this.session = session;
    this.runs = runs;
    this.containers = containers;
    this.joining = joining;
    this.notices = notices;
  }

  /** Subscribes to the engine's events, before containers are listed. */
  public void subscribe(EngineSystem system) throws IOException {
    events = system.events(EVENTS);
  }

  /** Adds a container whose log was printed so far. */
  public synchronized void add(LogContainer container) {
    Lifecycle lifecycle = Lifecycle.of(container.inspected());
    if (events != null) {
      byId.put(container.id(), lifecycle);
      byName.put(container.name(), lifecycle);
    }
    active++;
    thread("logs " + container.name(), () -> follow(container, lifecycle));
  }

  /**
   * Follows until interrupted; without events, until all containers have stopped.
   *
   * @throws IOException if lines cannot be printed, or the events fail
   */
  public void await() throws IOException, InterruptedException {
    JsonStream<EngineEvent> subscribed = events;
    if (subscribed != null) {
      thread("events", () -> read(subscribed));
    }
    synchronized (this) {
      while (failure == null && (active > 0 || events != null)) {
        wait();
      }
      if (failure != null) {
        throw failure;
      }
    }
  }

  private static void thread(String name, Runnable action) {
    Thread.ofPlatform().daemon().name(name).start(action);
  }

  private void follow(LogContainer container, Lifecycle lifecycle) {
    try {
      follow(container);
      while (events != null) {
        ContainerSignal start = lifecycle.awaitStart(this::notice);
        if (start.id().equals(container.id()) || replace(container, start)) {
          follow(container);
        }
      }
    } catch (IOException e) {
      fail(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    } finally {
      end();
    }
  }

  private void follow(LogContainer container) throws IOException {
    try {
      session.follow(container);
    } catch (LogFailure e) {
      session.report(e);
    }
  }

  /** Continues with another container of the same name; returns false if it cannot be read. */
  private boolean replace(LogContainer container, ContainerSignal start) throws IOException {
    try {
      ContainerDetails details = containers.inspect(start.id());
      container.replace(details, runs.begunAt(details, start.time()));
      return true;
    } catch (IOException e) {
      session.report(new LogFailure(container.name(), e));
      return false;
    }
  }

  private void read(JsonStream<EngineEvent> stream) {
    try (stream) {
      for (EngineEvent event = stream.next(); event != null; event = stream.next()) {
        take(event);
      }
      throw new IOException("unexpected EOF");
    } catch (IOException e) {
      fail(e);
    }
  }

  private void take(EngineEvent event) throws IOException {
    ContainerSignal signal = ContainerSignal.of(event);
    boolean starts = signal.action().equals(ContainerSignal.START);
    String name = ContainerSignal.name(event);
    Lifecycle lifecycle = byId.get(signal.id());
    if (lifecycle == null && starts) {
      lifecycle = byName.get(name);
    }
    if (lifecycle != null) {
      byId.put(signal.id(), lifecycle);
      lifecycle.add(signal);
    } else if (starts) {
      join(signal, name == null ? "" : name);
    }
  }

  private void join(ContainerSignal start, String name) throws IOException {
    LogContainer container;
    try {
      container = joining.join(start.id(), name);
      if (container == null) {
        return;
      }
      container.limit(runs.begunAt(container.inspected(), start.time()));
    } catch (IOException e) {
      session.report(new LogFailure(name.isEmpty() ? start.id() : name, e));
      return;
    }
    notice(container.name() + " started");
    add(container);
  }

  private void notice(String text) throws IOException {
    if (notices) {
      session.printer().notice(text);
    }
  }

  private synchronized void fail(IOException e) {
    failure = failure == null ? e : failure;
    notifyAll();
  }

  private synchronized void end() {
    active--;
    notifyAll();
  }
}
