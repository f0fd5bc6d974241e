package dev.davit.diagnosis;

import dev.davit.engine.model.ContainerDetails;
import dev.davit.engine.model.ContainerDetails.State;
import java.util.Objects;

/** The cause of a container's state, by the state. */
public final class Cause {
  private Cause() {}

  /** Returns the cause of a container's state. */
  public static Diagnosis of(Evidence evidence) {
    ContainerDetails container = evidence.container();
    State state = container.state();
    String error = Objects.requireNonNullElse(state.error(), "");
    return switch (Objects.requireNonNullElse(state.status(), "")) {
      case "created", "configured", "initialized" ->
          error.isEmpty()
              ? new Diagnosis(
                  "created",
                  "the container was created, and never started",
                  "start it: davit start " + container.plainName())
              : StartFailure.of(error);
      case "paused" ->
          new Diagnosis(
              "paused",
              "a client has paused the container",
              "resume it: davit unpause " + container.plainName());
      case "removing" -> Diagnosis.of("removing", "the engine is removing the container");
      case "dead" ->
          new Diagnosis(
              "dead",
              "the engine could not remove all of the container",
              "remove the rest: davit rm --force " + container.plainName());
      case "running" -> ofHealth(container);
      default -> error.isEmpty() ? ExitCause.of(evidence) : StartFailure.of(error);
    };
  }

  private static Diagnosis ofHealth(ContainerDetails container) {
    return switch (container.health().status()) {
      case "unhealthy" ->
          new Diagnosis(
              "unhealthy",
              "the container is running, but its health check fails",
              "run the check by hand: davit exec " + container.plainName() + " COMMAND");
      case "starting" ->
          Diagnosis.of("starting", "the container is running, and was not healthy yet");
      default -> Diagnosis.of("running", "the container is running");
    };
  }
}
