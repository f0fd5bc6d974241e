package dev.davit.job;

import dev.davit.engine.model.SwarmTask;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A task of a job with all attempts to run it, of which the last one counts.
 *
 * @param slot the number of the task, counted from 0
 * @param attempts the attempts in order; none before the swarm has created the task
 * @param allowed the number of attempts that the task may fail
 */
public record TaskResult(long slot, List<SwarmTask> attempts, long allowed) {
  /** The exit code of a task that could not be started, as of a container. */
  static final int NOT_RUN = 125;

  private static final int FAILURE = 1;

  /** The exit code of a process whose end is unknown, as of an exec. */
  private static final int LOST = 255;

  /** The error of a task that has ended with an exit code. */
  private static final Pattern EXITED = Pattern.compile("task: non-zero exit \\(\\d+\\)");

  private static final String COMPLETE = "complete";
  private static final Set<String> FAILED = Set.of("failed", "rejected", "orphaned", "shutdown");
  private static final Set<String> WAITING = Set.of("new", "pending", "");

  /** Creates the result of a slot; a replacement that never starts is not an attempt. */
  static TaskResult of(long slot, List<SwarmTask> tasks, long allowed) {
    List<SwarmTask> sorted = new ArrayList<>(tasks);
    // 20.1Z is before 20.15Z
    sorted.sort(Comparator.comparing(task -> task.createdAt().replace("Z", "")));
    int last = sorted.size() - 1;
    if (last > 0 && last >= allowed && !isOver(sorted.get(last))) {
      sorted.remove(last);
    }
    return new TaskResult(slot, List.copyOf(sorted), allowed);
  }

  /** The last attempt; null before the first one. */
  public @Nullable SwarmTask last() {
    return attempts.isEmpty() ? null : attempts.getLast();
  }

  /** Whether an attempt has ended. */
  static boolean isOver(SwarmTask task) {
    return task.state().equals(COMPLETE) || FAILED.contains(task.state());
  }

  /** Whether the task has succeeded. */
  public boolean isComplete() {
    return attempts.stream().anyMatch(task -> task.state().equals(COMPLETE));
  }

  /** Whether the task has failed as often as it may, or was lost with its node. */
  public boolean isFailed() {
    SwarmTask last = last();
    return last != null
        && !isComplete()
        && (last.isLost()
            || attempts.stream().filter(task -> FAILED.contains(task.state())).count() >= allowed);
  }

  /** Whether a node prepares or runs the task. */
  public boolean isOnNode() {
    SwarmTask last = last();
    return last != null && !isOver(last) && !WAITING.contains(last.state());
  }

  /** Whether the task has failed for a reason that its exit code and its log do not show. */
  public boolean needsReason() {
    return isFailed() && !EXITED.matcher(reason()).matches();
  }

  /** Whether the task waits for a node that fits. */
  public boolean isPending() {
    SwarmTask last = last();
    return last != null && last.state().equals("pending");
  }

  /** The exit code; 0 if the task has succeeded or has not ended. */
  public int exitCode() {
    SwarmTask last = last();
    if (last == null || isComplete() || !FAILED.contains(last.state())) {
      return 0;
    }
    if (last.exitCode() != 0) {
      return last.exitCode();
    }
    return last.isLost() ? LOST : last.state().equals("rejected") ? NOT_RUN : FAILURE;
  }

  /**
   * The state in a word: {@code complete}, {@code failed}, {@code running}, {@code not started}.
   */
  public String state() {
    SwarmTask last = last();
    return isComplete() ? COMPLETE : last == null ? "not started" : last.state();
  }

  /** Why the task waits or has failed; empty if it does neither. */
  public String reason() {
    SwarmTask last = last();
    return last == null || isComplete() ? "" : last.error();
  }
}
