package dev.davit.diagnosis;

import dev.davit.engine.model.ContainerDetails;
import dev.davit.engine.model.ContainerDetails.Probe;
import dev.davit.engine.model.ContainerDetails.State;
import dev.davit.engine.model.RestartPolicy;
import dev.davit.format.Units;
import dev.davit.resource.ApiTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A container's state, explained.
 *
 * @param logs the last lines of the logs
 */
public record Explanation(ContainerDetails container, Diagnosis diagnosis, List<String> logs) {
  private static final Set<String> EXITED = Set.of("exited", "restarting", "stopped", "dead");
  private static final Set<String> RUNNING = Set.of("running", "paused");

  /** Causes to which the logs add nothing. */
  private static final Set<String> WITHOUT_LOGS = Set.of("running", "starting", "paused");

  /** Returns the explanation in lines, the last of which is ended, too. */
  public String text(Instant now) {
    StringBuilder text = new StringBuilder(container.plainName()).append(": ").append(state(now));
    line(text, "cause", diagnosis.text());
    line(text, "advice", Objects.requireNonNullElse(diagnosis.advice(), ""));
    line(text, "error", Objects.requireNonNullElse(container.state().error(), "").strip());
    line(text, "restarts", restarts());
    if (!container.health().log().isEmpty() && !container.health().status().equals("healthy")) {
      Probe probe = container.health().log().getLast();
      line(text, "last health check", "exit code " + probe.exitCode());
      probe.output().stripTrailing().lines().forEach(each -> indented(text, each));
    }
    if (!logs.isEmpty() && !WITHOUT_LOGS.contains(diagnosis.cause())) {
      text.append("\nlast lines of the logs:");
      logs.forEach(each -> indented(text, each));
    }
    return text.append('\n').toString();
  }

  private static void line(StringBuilder text, String label, String value) {
    if (!value.isEmpty()) {
      text.append('\n').append(label).append(": ").append(value);
    }
  }

  private static void indented(StringBuilder text, String line) {
    text.append("\n  ").append(line);
  }

  private String state(Instant now) {
    State state = container.state();
    String status = Objects.requireNonNullElse(state.status(), "");
    Instant started = time(state.startedAt());
    if (RUNNING.contains(status)) {
      return status + " for " + age(started, now);
    }
    if (!EXITED.contains(status) || started.getEpochSecond() <= 0) {
      return status;
    }
    Instant finished = time(state.finishedAt());
    return status
        + " with exit code "
        + state.exitCode()
        + ' '
        + age(finished, now)
        + " ago, "
        + age(started, finished)
        + " after its start";
  }

  private static Instant time(@Nullable String text) {
    return new ApiTime(Objects.requireNonNullElse(text, "")).instant();
  }

  private static String age(Instant from, Instant to) {
    Duration age = Duration.between(from, to);
    return Units.age(age.isNegative() ? Duration.ZERO : age);
  }

  /** Returns the number of restarts and the policy; empty if the engine restarts nothing. */
  private String restarts() {
    RestartPolicy policy = container.hostConfig().restartPolicy;
    String name = policy == null ? "" : Objects.requireNonNullElse(policy.name(), "");
    if (name.isEmpty() || name.equals("no")) {
      return "";
    }
    Long most = policy == null ? null : policy.maximumRetryCount();
    String limit = most == null || most == 0 ? "" : ":" + most;
    return container.restartCount() + " by the restart policy " + name + limit;
  }
}
