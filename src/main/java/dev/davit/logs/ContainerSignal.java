package dev.davit.logs;

import dev.davit.engine.model.EngineEvent;
import dev.davit.logs.line.LogTime;
import java.util.Map;
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
    // of an engine that sends seconds only, the event can be at any time of the second
    long time = event.timeNano() == 0 ? (event.time() + 1) * LogTime.SECOND - 1 : event.timeNano();
    String exitCode = attribute(event, "exitCode");
    return new ContainerSignal(
        event.action(), event.actor().id(), time, exitCode == null ? "" : exitCode);
  }

  /** Returns the name of an event's container; null if the engine does not send it. */
  static @Nullable String name(EngineEvent event) {
    return attribute(event, "name");
  }

  private static @Nullable String attribute(EngineEvent event, String name) {
    Map<String, String> attributes = event.actor().attributes();
    return attributes == null ? null : attributes.get(name);
  }
}
