package dev.davit.diagnosis;

import dev.davit.engine.model.ContainerDetails;
import dev.davit.engine.model.EngineEvent;
import java.util.List;
import java.util.Set;

/**
 * All that is known about a container.
 *
 * @param events its events since the last start, as far as the engine keeps them
 * @param logs the last lines of its logs; empty if they cannot be read
 */
public record Evidence(ContainerDetails container, List<EngineEvent> events, List<String> logs) {
  /** Whether a client has sent a signal to the container; events of Podman do not name it. */
  boolean wasSent(int signal) {
    return events.stream()
        .anyMatch(
            event ->
                event.action().equals("kill")
                    && Set.of("", "" + signal).contains(event.attribute("signal")));
  }

  /** Whether a client has stopped the container. */
  boolean wasStopped() {
    return has("stop");
  }

  /** Whether the container has an event of an action since the last start. */
  boolean has(String action) {
    return events.stream().anyMatch(event -> event.action().equals(action));
  }
}
