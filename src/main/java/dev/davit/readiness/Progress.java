package dev.davit.readiness;

import dev.davit.engine.model.ContainerDetails;
import dev.davit.engine.model.ContainerDetails.State;
import dev.davit.engine.model.EngineEvent;
import dev.davit.logs.line.LogTime;
import dev.davit.readiness.ReadyCondition.Kind;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The progress of a wait for one container: which conditions have been met, and whether the wait
 * has failed. Begins with an inspected state and continues with the events after it; sends no
 * request. Only {@link #pending} may be called by other threads.
 *
 * <p>Events are requested from before the inspected state on, so that none is lost; events that the
 * state includes are dropped by their times, which are all of the engine's clock.
 */
final class Progress {
  /** The failure of {@code healthy} if the container has no health check. */
  static final String NO_HEALTH_CHECK = "has no health check";

  /** The failure of a container whose health check fails. */
  static final String UNHEALTHY = "is unhealthy";

  private static final String HEALTH = "health_status";
  private static final String HEALTHY = "healthy";

  private final Wanted wanted;
  private final Set<ReadyCondition> met = Collections.synchronizedSet(new LinkedHashSet<>());
  private final long from;
  private final long healthFrom;
  private final Set<ReadyCondition> over = new HashSet<>();
  private boolean running;
  private boolean hasRun;
  private boolean hasExited;
  private boolean removed;
  private String health;
  private @Nullable Integer exitCode;
  private @Nullable String failure;

  /**
   * Begins with the state of a container.
   *
   * @param starting whether the container is about to be started, so that an end before is ignored
   */
  Progress(Wanted wanted, ContainerDetails container, boolean starting) {
    State state = container.state();
    this.wanted = wanted;
    this.running = state.running() && !state.restarting();
    this.health = container.health().status();
    long started = LogTime.parse(state.startedAt());
    this.from = running ? started : Math.max(started, LogTime.parse(state.finishedAt()));
    this.healthFrom = Math.max(from, LogTime.parse(container.health().lastEnd()));
    this.hasRun = started > 0;
    if (!wanted.of(Kind.HEALTHY).isEmpty() && !container.hasHealthCheck()) {
      failure = NO_HEALTH_CHECK;
    } else if (running) {
      beginRunning();
    } else if (!starting) {
      beginStopped(state);
    }
  }

  private void beginRunning() {
    meet(Kind.RUNNING);
    if (health.equals(HEALTHY)) {
      meet(Kind.HEALTHY);
    } else if (health.equals("unhealthy") && !wanted.of(Kind.HEALTHY).isEmpty()) {
      failUnhealthy();
    }
  }

  private void beginStopped(State state) {
    meet(Kind.NOT_RUNNING);
    if (hasRun) {
      hasExited = true;
      exitCode = state.exitCode();
      meet(Kind.EXITED);
      failAfterExit();
    }
  }

  /** The time of the inspected state: events from then on are needed. */
  long from() {
    return from;
  }

  /** Continues with an event of the container. */
  void event(EngineEvent event) {
    long time = event.latestNanos();
    String action = event.action();
    if (action.startsWith(HEALTH)) {
      if (time >= healthFrom && !isHealthUnknown(event)) {
        health(health(event));
      }
    } else if (time >= from) {
      switch (action) {
        case "start" -> started();
        case "die" -> exited(exitCode(event));
        default -> {
          if (event.isRemoval()) {
            removed();
          }
        }
      }
    }
  }

  /** Whether an event is about the health check, but lacks its state, as an event of Podman. */
  static boolean isHealthUnknown(EngineEvent event) {
    return event.action().startsWith(HEALTH) && health(event).isEmpty();
  }

  private static String health(EngineEvent event) {
    int colon = event.action().indexOf(": ");
    return colon < 0 ? event.attribute(HEALTH) : event.action().substring(colon + 2);
  }

  private static @Nullable Integer exitCode(EngineEvent event) {
    try {
      return Integer.valueOf(event.attribute("exitCode"));
    } catch (NumberFormatException e) {
      return null;
    }
  }

  private void started() {
    if (!running) {
      running = true;
      hasRun = true;
      hasExited = false;
      exitCode = null;
      health = "starting";
      meet(Kind.RUNNING);
    }
  }

  private void exited(@Nullable Integer code) {
    if (running) {
      running = false;
      hasExited = true;
      exitCode = code;
      meet(Kind.NOT_RUNNING);
      meet(Kind.EXITED);
      meet(Kind.NEXT_EXIT);
      failAfterExit();
    }
  }

  private void removed() {
    removed = true;
    running = false;
    meet(Kind.NOT_RUNNING);
    meet(Kind.REMOVED);
    // the end of the logs can still arrive
    if (!hasRun || over.containsAll(wanted.of(Kind.LOG))) {
      fail("was removed");
    }
  }

  /** Continues with the state of the health check. */
  void health(String now) {
    if (!running || now.equals(health)) {
      return;
    }
    health = now;
    if (now.equals(HEALTHY)) {
      meet(Kind.HEALTHY);
    } else if (now.equals("unhealthy")) {
      failUnhealthy();
    }
  }

  private void failUnhealthy() {
    if (!wanted.isEndWanted()) {
      fail(UNHEALTHY);
    }
  }

  /** Fails if the exit was not wanted, or if a condition is left that can no longer be met. */
  private void failAfterExit() {
    if (!wanted.isEndWanted() || !wanted.any() && wanted.all().stream().anyMatch(this::isLost)) {
      failExited();
    }
  }

  /** Whether a condition has not been met, and cannot be met after the container's exit. */
  private boolean isLost(ReadyCondition condition) {
    boolean needsRunning =
        condition.kind() == Kind.RUNNING
            || condition.kind() == Kind.HEALTHY
            || condition.kind() == Kind.PORT;
    return !met.contains(condition) && (needsRunning || over.contains(condition));
  }

  private void failExited() {
    if (removed) {
      fail("was removed");
    } else {
      fail(exitCode == null ? "exited" : "exited with exit code " + exitCode);
    }
  }

  private void fail(String reason) {
    if (failure == null && !isMet()) {
      failure = reason;
    }
  }

  private void meet(Kind kind) {
    wanted.of(kind).forEach(this::meet);
  }

  /** Records a condition as met, unless the wait has failed. */
  void meet(ReadyCondition condition) {
    if (failure == null) {
      met.add(condition);
    }
  }

  /**
   * Records that a condition cannot be met any more by this run of the container, whose start and
   * exit may be reported later.
   */
  void isOver(ReadyCondition condition) {
    over.add(condition);
    if (hasExited || removed) {
      failAfterExit();
    }
  }

  /** The container has stopped after all conditions were met, though its end was not wanted. */
  void lost() {
    met.clear();
  }

  boolean isRunning() {
    return running;
  }

  boolean isMet() {
    return wanted.isMetBy(met);
  }

  boolean isMet(ReadyCondition condition) {
    return met.contains(condition);
  }

  /** Whether a condition has been met that does not need the container to run. */
  boolean isEndMet() {
    return met.stream().anyMatch(ReadyCondition::isEnd);
  }

  /** The reason why the conditions cannot be met any more; null if they can. */
  @Nullable String failure() {
    return failure;
  }

  /** The exit code of the container's last exit; null if unknown or running. */
  @Nullable Integer exitCode() {
    return exitCode;
  }

  /** The conditions that have not been met, as text. */
  String pending() {
    synchronized (met) {
      return wanted.pending(met);
    }
  }

  Collection<ReadyCondition> wanted(Kind kind) {
    return wanted.of(kind);
  }
}
