package dev.davit.command.selection;

import dev.davit.engine.model.ContainerSummary;
import java.util.Objects;
import java.util.function.Predicate;

/** The states in which a command has an effect on a selected container. */
public enum ContainerStates implements Predicate<ContainerSummary> {
  ANY(""),
  /** Running, also paused or restarting. */
  RUNNING("running and paused "),
  UNPAUSED("running "),
  PAUSED("paused "),
  STOPPED("stopped "),
  /** Not running, so that a removal need not be forced. */
  REMOVABLE("stopped ");

  private final String words;

  ContainerStates(String words) {
    this.words = words;
  }

  /** Returns the help of {@code --all}, which selects the containers in these states. */
  String helpOfAll() {
    return "Select all " + words + "containers";
  }

  @Override
  public boolean test(ContainerSummary container) {
    String state = Objects.requireNonNullElse(container.state(), "");
    return switch (this) {
      case ANY -> true;
      case RUNNING -> isRunning(state);
      case REMOVABLE -> !isRunning(state);
      case UNPAUSED -> state.equals("running");
      case PAUSED -> state.equals("paused");
      case STOPPED -> state.equals("created") || state.equals("exited");
    };
  }

  private static boolean isRunning(String state) {
    return state.equals("running") || state.equals("paused") || state.equals("restarting");
  }
}
