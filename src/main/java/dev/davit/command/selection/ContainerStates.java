package dev.davit.command.selection;

import dev.davit.engine.model.ContainerSummary;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;

/** The states in which a command has an effect on a selected container. */
public enum ContainerStates implements Predicate<ContainerSummary> {
  ANY(Set.of()),
  /** Running, also paused or restarting. */
  RUNNING(Set.of("paused", "restarting", "running")),
  UNPAUSED(Set.of("running")),
  PAUSED(Set.of("paused")),
  STOPPED(Set.of("created", "exited"));

  private final Set<String> states;

  ContainerStates(Set<String> states) {
    this.states = states;
  }

  @Override
  public boolean test(ContainerSummary container) {
    return states.isEmpty() || states.contains(Objects.requireNonNullElse(container.state(), ""));
  }
}
