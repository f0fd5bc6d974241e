package dev.davit.diagnosis;

import dev.davit.engine.model.ContainerDetails;
import dev.davit.engine.model.EngineEvent;
import java.util.List;

/**
 * All that is known about a container.
 *
 * @param events its events since the last start, as far as the engine keeps them
 * @param logs the last lines of its logs; empty if they cannot be read
 */
public record Evidence(ContainerDetails container, List<EngineEvent> events, List<String> logs) {
  /** Whether a client has sent a signal to the container. */
  boolean wasSent(int signal) {
    return events.stream()
        .anyMatch(
            event ->
                event.action().equals("kill")
                    && event.attribute("signal").equals(Integer.toString(signal)));
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
