package dev.davit.readiness;

import dev.davit.engine.model.ContainerDetails;
import dev.davit.engine.model.ContainerDetails.Health;
import dev.davit.engine.model.ContainerDetails.Probe;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The message of a failed wait: the reason, the last health check, and the end of the logs. */
final class FailureText {
  private FailureText() {}

  static NotReadyException of(String reason, ContainerDetails container, List<String> logs) {
    StringBuilder text = new StringBuilder(reason);
    Probe probe = last(container.health());
    if (probe != null) {
      text.append("\nlast health check, exit code ").append(probe.exitCode());
      String output = probe.output().stripTrailing();
      text.append(output.isEmpty() ? " and no output" : ":\n" + output);
    }
    if (!logs.isEmpty()) {
      text.append("\nlast lines of the logs:");
      logs.forEach(line -> text.append('\n').append(line));
    }
    return new NotReadyException(text.toString());
  }

  private static @Nullable Probe last(Health health) {
    return health.log().isEmpty() ? null : health.log().getLast();
  }
}
