package dev.davit.logs;

import dev.davit.engine.model.EngineEvent;
import org.jspecify.annotations.Nullable;

/**
 * An event of a container that matters to who follows its log.
 *
 * @param action as in the engine's events: {@code start}, {@code oom}, {@code die}, {@code destroy}
 * @param time Unix nanoseconds
 * @param exitCode of {@code die}; empty if unknown
 */
record ContainerSignal(String action, String id, long time, String exitCode) {
  static final String START = "start";
  static final String OOM = "oom";
  static final String DIE = "die";
  static final String DESTROY = "destroy";

  static ContainerSignal of(EngineEvent event) {
    return new ContainerSignal(
        event.isRemoval() ? DESTROY : event.action(),
        event.actor().id(),
        event.latestNanos(),
        event.attribute("exitCode"));
  }

  /** Returns the name of an event's container; null if the engine does not send it. */
  static @Nullable String name(EngineEvent event) {
    String name = event.attribute("name");
    return name.isEmpty() ? null : name;
  }
}
