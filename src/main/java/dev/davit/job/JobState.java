package dev.davit.job;

import dev.davit.engine.model.SwarmNode;
import dev.davit.engine.model.SwarmTask;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The state of a job at one moment.
 *
 * @param tasks the results of all tasks, by their number
 * @param maxConcurrent the maximum number of tasks that run at the same time
 * @param ended whether the swarm runs no more of them
 */
public record JobState(List<TaskResult> tasks, long maxConcurrent, boolean ended) {
  /**
   * Creates the state from the tasks of the service.
   *
   * @param listed the tasks, also of former runs
   * @param nodes the nodes of the swarm; tasks on a node that is down are lost
   */
  public static JobState of(Job job, List<SwarmTask> listed, List<SwarmNode> nodes) {
    Map<String, String> down = new HashMap<>();
    nodes.stream().filter(SwarmNode::isDown).forEach(node -> down.put(node.id(), node.name()));
    Map<Long, List<SwarmTask>> bySlot = new HashMap<>();
    for (SwarmTask task : listed) {
      if (task.iteration() == job.iteration()) {
        String node = down.get(task.nodeId());
        bySlot
            .computeIfAbsent(task.slot(), slot -> new ArrayList<>())
            .add(
                node == null || TaskResult.isOver(task)
                    ? task
                    : task.lost("node " + node + " is down"));
      }
    }
    List<TaskResult> results = new ArrayList<>();
    for (long slot = 0; slot < job.tasks(); slot++) {
      results.add(TaskResult.of(slot, bySlot.getOrDefault(slot, List.of()), job.retries() + 1));
    }
    return new JobState(List.copyOf(results), job.maxConcurrent(), job.isEnded());
  }

  /** The number of tasks that have succeeded. */
  public long complete() {
    return tasks.stream().filter(TaskResult::isComplete).count();
  }

  /** The number of tasks that have failed and are not run again. */
  public long failed() {
    return tasks.stream().filter(TaskResult::isFailed).count();
  }

  /** The number of tasks that nodes prepare or run. */
  public long onNodes() {
    return tasks.stream().filter(each -> !isOver(each) && each.isOnNode()).count();
  }

  /**
   * Whether nothing more happens: all tasks are over, or failed tasks leave no room for the rest,
   * as each of them counts as a task that runs.
   */
  public boolean isOver() {
    return ended
        || tasks.stream().allMatch(JobState::isOver)
        || failed() >= maxConcurrent && onNodes() == 0;
  }

  private static boolean isOver(TaskResult task) {
    return task.isComplete() || task.isFailed();
  }

  /** Whether some task waits for a node, and none is on a node. */
  public boolean isPending() {
    return onNodes() == 0 && tasks.stream().anyMatch(task -> !isOver(task) && task.isPending());
  }

  /** Why a task waits for a node; empty if none does. */
  public String pendingReason() {
    return tasks.stream()
        .filter(TaskResult::isPending)
        .map(TaskResult::reason)
        .filter(reason -> !reason.isEmpty())
        .findFirst()
        .orElse("");
  }

  /** The highest exit code of all tasks; that of a task that is not run if none has failed. */
  public int exitCode() {
    int highest = tasks.stream().mapToInt(TaskResult::exitCode).max().orElse(0);
    return highest == 0 && isOver() && complete() < tasks.size() ? TaskResult.NOT_RUN : highest;
  }
}
