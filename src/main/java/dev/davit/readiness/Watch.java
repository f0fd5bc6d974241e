package dev.davit.readiness;

import dev.davit.engine.Engine;
import dev.davit.engine.http.EngineException;
import dev.davit.engine.model.ContainerDetails;
import dev.davit.engine.model.EngineEvent;
import dev.davit.logs.line.LogTime;
import dev.davit.readiness.ReadyCondition.Kind;
import java.io.Closeable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import org.jspecify.annotations.Nullable;

/**
 * A wait for one container. Threads read the container's events, follow its logs and poll; what
 * they find is processed by the thread that calls {@link #await}.
 *
 * <p>No transition is lost between the first inspect and the events: an engine answers a request
 * for events before it has subscribed to them, so the events are requested from the time of the
 * inspected state on, and {@link Progress} drops the events that the state includes.
 */
public final class Watch implements Closeable {
  private final Engine engine;
  private final String name;
  private final ContainerDetails container;
  private final Progress progress;
  private final ContainerEvents events;
  private final BlockingQueue<Step> found = new LinkedBlockingQueue<>();
  private final CountDownLatch end = new CountDownLatch(1);
  private final LogWatch logs;
  private boolean watched;

  /** Whether only the inspected state is known so far. */
  private boolean atFirstSight;

  private Watch(
      Engine engine,
      String name,
      ContainerDetails container,
      Progress progress,
      ContainerEvents events,
      boolean starting) {
    this.engine = engine;
    this.name = name;
    this.container = container;
    this.progress = progress;
    this.events = events;
    this.logs = new LogWatch(engine.containers());
    this.atFirstSight = !starting;
  }

  /** A finding of a thread, to be processed by the waiting thread. */
  private interface Step {
    void take() throws IOException;
  }

  /** Work of a thread. */
  private interface Work {
    void run() throws IOException;
  }

  /**
   * Begins to watch a container.
   *
   * @param id the container's ID or name, by which messages name the container; of a full ID they
   *     have the name
   * @param starting whether the caller starts the container after this call, so that a stopped
   *     container does not fail
   */
  public static Watch begin(Engine engine, String id, Wanted conditions, boolean starting)
      throws IOException {
    ContainerDetails container = engine.containers().inspect(id);
    Progress progress = new Progress(conditions.of(container), container, starting);
    ContainerEvents events = ContainerEvents.since(engine, container, progress.from());
    String name = id.equals(container.id()) ? container.plainName() : id;
    Watch watch = new Watch(engine, name, container, progress, events, starting);
    if (starting && !progress.isRunning() && isRemovedAtExit(container)) {
      watch.logs.attach(container);
    }
    return watch;
  }

  private static boolean isRemovedAtExit(ContainerDetails container) {
    return Boolean.TRUE.equals(container.hostConfig().autoRemove);
  }

  /**
   * Blocks until the conditions are met.
   *
   * @throws NotReadyException if they cannot be met any more, or if {@code healthy} is wanted of a
   *     container without a health check
   */
  public Outcome await() throws IOException {
    if (!isDecided()) {
      start("wait-events", () -> events.read(event -> found.add(() -> take(event))));
      if (logs.isBegun()) {
        readLogs(container);
      }
      if (progress.isRunning() || atFirstSight) {
        watchRun(container);
      }
    }
    while (true) {
      while (!isDecided()) {
        take().take();
        atFirstSight = false;
      }
      String failure = progress.failure();
      if (failure != null) {
        throw failure(failure);
      }
      if (atFirstSight || isStillThere()) {
        return new Outcome(progress.exitCode());
      }
    }
  }

  private boolean isDecided() {
    return progress.isMet() || progress.failure() != null;
  }

  /** The name of the container in messages. */
  public String name() {
    return name;
  }

  /** The conditions that have not been met, as text; from any thread. */
  public String pending() {
    return progress.pending();
  }

  private Step take() {
    try {
      return found.take();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e); // this thread is never interrupted
    }
  }

  private void start(String thread, Work work) {
    Thread.ofPlatform()
        .daemon()
        .name(thread)
        .start(
            () -> {
              try {
                work.run();
              } catch (IOException e) {
                found.add(
                    () -> {
                      throw e;
                    });
              }
            });
  }

  private void take(EngineEvent event) throws IOException {
    boolean ran = progress.isRunning();
    progress.event(event);
    if (Progress.isHealthUnknown(event)) {
      ContainerDetails now = inspect();
      progress.health(now == null ? "" : now.health().status());
    }
    if (ran && !progress.isRunning() && !isDecided()) {
      lookForFiles();
    } else if (!ran && progress.isRunning() && !watched && !isDecided()) {
      ContainerDetails now = inspect();
      if (now != null) {
        watchRun(now);
      }
    }
  }

  /** Looks once more after the container has exited: its files do not change any more. */
  private void lookForFiles() throws IOException {
    Collection<ReadyCondition> files = pending(Kind.FILE);
    if (!files.isEmpty()) {
      new Poller(engine, container).met(files).forEach(progress::meet);
      files.forEach(progress::isOver);
    }
  }

  private List<ReadyCondition> pending(Kind kind) {
    return progress.wanted(kind).stream().filter(each -> !progress.isMet(each)).toList();
  }

  /** Starts to follow the logs and to poll, as far as the conditions need it. */
  private void watchRun(ContainerDetails now) throws IOException {
    if (!progress.isRunning() && LogTime.parse(now.state().startedAt()) == 0) {
      return; // created, but not started
    }
    watched = true;
    if (!logs.isBegun() && (!pending(Kind.LOG).isEmpty() || isRemovedAtExit(now))) {
      logs.begin();
      readLogs(now);
    }
    List<ReadyCondition> polled = new ArrayList<>(pending(Kind.PORT));
    polled.addAll(pending(Kind.FILE));
    if (!progress.isRunning()) {
      lookForFiles();
    } else if (!polled.isEmpty()) {
      start("wait-poll", () -> new Poller(engine, now).poll(polled, this::met, end));
    }
  }

  private void met(ReadyCondition condition) {
    found.add(() -> progress.meet(condition));
  }

  private void readLogs(ContainerDetails now) {
    Collection<ReadyCondition> conditions = pending(Kind.LOG);
    start(
        "wait-logs",
        () -> {
          logs.read(now, conditions, this::met);
          found.add(() -> conditions.forEach(progress::isOver));
        });
  }

  /**
   * Returns whether the container still runs, unless its end was wanted. If not, the wait continues
   * with the event of its end.
   */
  private boolean isStillThere() throws IOException {
    if (progress.isEndMet()) {
      return true;
    }
    ContainerDetails now = inspect();
    if (now != null && now.state().running()) {
      return true;
    }
    progress.lost();
    return false;
  }

  /** Inspects the container; returns null if it was removed. */
  private @Nullable ContainerDetails inspect() throws IOException {
    try {
      return engine.containers().inspect(container.id());
    } catch (EngineException e) {
      // Podman reports a container that is being removed with status 500
      if (e.isNotFound() || e.reason().contains("no such container")) {
        return null;
      }
      throw e;
    }
  }

  private NotReadyException failure(String reason) throws IOException {
    if (reason.equals(Progress.NO_HEALTH_CHECK)) {
      return new NotReadyException("container " + name + ' ' + reason);
    }
    ContainerDetails now = inspect();
    List<String> lines = now == null ? null : LogLines.last(engine.containers(), now);
    String pending = progress.pending();
    boolean told = reason.equals(Progress.UNHEALTHY) && pending.equals("healthy");
    return FailureText.of(
        "container " + name + ' ' + reason + (told ? "" : " while waiting for " + pending),
        now == null ? container : now,
        lines == null ? logs.last() : lines);
  }

  /** Ends the threads and requests of the wait; a blocked {@link #await} fails. */
  @Override
  public void close() {
    end.countDown();
    events.close();
    logs.cancel();
  }
}
