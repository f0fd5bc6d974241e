package dev.davit.replace;

import dev.davit.engine.Engine;
import dev.davit.engine.http.EngineException;
import dev.davit.engine.model.ContainerDetails;
import dev.davit.engine.model.RestartPolicy;
import dev.davit.engine.model.UpdateConfig;
import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * The steps that exchange two containers. Each step inspects the containers first and is left out
 * if it was done before, so that an interrupted exchange can be continued in either direction.
 */
final class Swap {
  /** The longest time that a name is taken by a container that is being removed. */
  private static final long REMOVAL_NANOS = TimeUnit.SECONDS.toNanos(10);

  private static final long PAUSE_NANOS = TimeUnit.MILLISECONDS.toNanos(50);

  private final Engine engine;
  private final Plan plan;
  private final String newId;

  /** Creates the steps. */
  Swap(Engine engine, Plan plan, String newId) {
    this.engine = engine;
    this.plan = plan;
    this.newId = newId;
  }

  /** Stops the old container and gives its name to the new one. */
  void exchange() throws IOException {
    name(newId, plan.nameOfNext());
    stop(plan.oldId());
    name(plan.oldId(), plan.nameOfOld());
    name(newId, plan.name());
  }

  /** Starts the new container, if that is planned. */
  void start() throws IOException {
    if (plan.starts()) {
      engine.containers().start(newId);
    }
  }

  /**
   * Removes the old container, or takes its restart policy and gives it another name. Its volumes
   * stay, as the new one has them.
   */
  void finish() throws IOException {
    if (plan.keepsOld()) {
      takeRestartPolicy();
      name(plan.oldId(), plan.nameOfKept());
    } else {
      remove(plan.oldId(), false);
    }
  }

  /** Sets the old container's restart policy to "no", as a restart of the engine would start it. */
  private void takeRestartPolicy() throws IOException {
    UpdateConfig config = new UpdateConfig();
    config.restartPolicy = new RestartPolicy("no", null);
    try {
      engine.containers().update(plan.oldId(), config);
    } catch (EngineException e) {
      if (!e.isNotFound()) { // Podman 4.3 has no update
        throw e;
      }
    }
  }

  /**
   * Gives the old container its name back, starts it if it ran, and removes the new one. The old
   * one is stopped first if it runs: a process that was killed may have left a stop to the engine,
   * which has not ended yet.
   */
  void back() throws IOException {
    if (isBegun()) {
      stop(newId);
      name(newId, plan.nameOfNext());
      stop(plan.oldId());
      name(plan.oldId(), plan.oldName());
      if (plan.oldRan()) {
        engine.containers().start(plan.oldId());
      }
    }
    discard();
  }

  /** Removes the new container, before anything has happened to the old one. */
  void discard() throws IOException {
    remove(newId, true);
  }

  /** Whether the old container may have been stopped, by the names of both. */
  private boolean isBegun() throws IOException {
    Optional<ContainerDetails> fresh = inspect(engine, newId);
    return fresh.isPresent()
        ? !fresh.get().plainName().equals(plan.nameOfNew())
        : inspect(engine, plan.oldId())
            .map(old -> old.plainName().equals(plan.nameOfOld()))
            .orElse(false);
  }

  /** Stops a container that runs. If the engine removes stopped ones, waits for that. */
  private void stop(String id) throws IOException {
    Optional<ContainerDetails> container = inspect(engine, id);
    if (container.isPresent() && container.get().isAlive()) {
      engine.containers().stop(id, null, null);
    }
    if (container.isPresent()
        && Boolean.TRUE.equals(container.get().hostConfig().autoRemove)
        && !"created".equals(container.get().state().status())) {
      awaitRemoval(id);
    }
  }

  /** Waits for a removal by the engine; a rename in the meantime can take the name for good. */
  private void awaitRemoval(String id) throws IOException {
    long deadline = System.nanoTime() + REMOVAL_NANOS;
    while (System.nanoTime() < deadline && inspect(engine, id).isPresent()) {
      LockSupport.parkNanos(PAUSE_NANOS);
    }
  }

  private void name(String id, String name) throws IOException {
    Optional<ContainerDetails> container = inspect(engine, id);
    if (container.isEmpty() || container.get().plainName().equals(name)) {
      return;
    }
    long deadline = System.nanoTime() + REMOVAL_NANOS;
    while (!isNamed(id, name, deadline)) {
      LockSupport.parkNanos(PAUSE_NANOS);
    }
  }

  /**
   * Renames a container; returns false if another one still has the name, while it is being
   * removed.
   */
  private boolean isNamed(String id, String name, long deadline) throws IOException {
    try {
      engine.containers().rename(id, name);
      return true;
    } catch (EngineException e) {
      if (e.isNotFound() || isBeingRemoved(id)) {
        return true;
      }
      if (System.nanoTime() < deadline && isBeingRemoved(name)) {
        return false;
      }
      throw e;
    }
  }

  private boolean isBeingRemoved(String container) throws IOException {
    return inspect(engine, container)
        .map(found -> "removing".equals(found.state().status()))
        .orElse(true);
  }

  private void remove(String id, boolean volumes) throws IOException {
    try {
      engine.containers().remove(id, volumes, false, true);
    } catch (EngineException e) {
      if (!e.isNotFound() && !isBeingRemoved(id)) {
        throw e;
      }
    }
  }

  /** Inspects a container; empty if it does not exist. */
  static Optional<ContainerDetails> inspect(Engine engine, String id) throws IOException {
    try {
      return Optional.of(engine.containers().inspect(id));
    } catch (EngineException e) {
      if (e.isNotFound()) {
        return Optional.empty();
      }
      throw e;
    }
  }
}
