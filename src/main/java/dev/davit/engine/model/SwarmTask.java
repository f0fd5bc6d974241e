package dev.davit.engine.model;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A task of a service, as in the list of {@code GET /tasks}.
 *
 * @param slot the number of the task in its service, counted from 0 in a job, from 1 in another
 *     service
 * @param nodeId the node that runs the task; empty before it is assigned
 * @param createdAt a time by RFC 3339; empty if unknown
 * @param desiredState the state that the swarm tries to reach
 * @param jobIteration the run of the job; null for a service of another mode
 */
public record SwarmTask(
    String id,
    String serviceId,
    long slot,
    String nodeId,
    String createdAt,
    @Nullable Status status,
    String desiredState,
    SwarmService.@Nullable Version jobIteration) {
  private static final String LOST = "orphaned";

  public SwarmTask {
    id = Objects.requireNonNullElse(id, "");
    serviceId = Objects.requireNonNullElse(serviceId, "");
    nodeId = Objects.requireNonNullElse(nodeId, "");
    createdAt = Objects.requireNonNullElse(createdAt, "");
    desiredState = Objects.requireNonNullElse(desiredState, "");
  }

  /**
   * The state of a task.
   *
   * @param state from {@code new} to {@code remove}
   * @param message what the swarm does, or why it waits
   * @param err the failure; null without one
   */
  public record Status(
      @Nullable String timestamp,
      @Nullable String state,
      @Nullable String message,
      @Nullable String err,
      @Nullable ContainerStatus containerStatus) {}

  /** The container of a task; the exit code is 0 while it runs. */
  public record ContainerStatus(@Nullable String containerId, int exitCode) {}

  /** Returns the task as one whose state is unknown for good. */
  public SwarmTask lost(String reason) {
    Status lost = new Status(null, LOST, null, reason, null);
    return new SwarmTask(id, serviceId, slot, nodeId, createdAt, lost, desiredState, jobIteration);
  }

  /** Whether the state of the task is unknown for good. */
  public boolean isLost() {
    return state().equals(LOST);
  }

  /** The state; empty if unknown. */
  public String state() {
    return status == null ? "" : Objects.requireNonNullElse(status.state, "");
  }

  /** The failure; empty without one. */
  public String error() {
    return status == null ? "" : Objects.requireNonNullElse(status.err, "");
  }

  /** The exit code of the container; 0 without a container. */
  public int exitCode() {
    return status == null || status.containerStatus == null ? 0 : status.containerStatus.exitCode;
  }

  /** The number of the run of the job, counted from 0. */
  public long iteration() {
    return jobIteration == null ? 0 : jobIteration.index();
  }
}
