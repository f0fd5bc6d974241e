package dev.davit.command.job;

import dev.davit.engine.model.SwarmNode;
import dev.davit.engine.model.SwarmTask;
import dev.davit.format.Column;
import dev.davit.format.FormatException;
import dev.davit.format.Listing;
import dev.davit.job.JobState;
import dev.davit.job.TaskResult;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** How the tasks of a job have ended, as a table; of many tasks only incomplete ones. */
final class TaskTable {
  private static final int FEW = 20;

  private TaskTable() {}

  /** Returns the table, and a line with the number of tasks in each state. */
  static String of(JobState state, List<SwarmNode> nodes) throws FormatException {
    Map<String, String> names =
        nodes.stream().collect(Collectors.toMap(SwarmNode::id, SwarmNode::name, (a, b) -> a));
    List<TaskResult> shown =
        state.tasks().size() <= FEW
            ? state.tasks()
            : state.tasks().stream().filter(task -> !task.isComplete()).toList();
    String table =
        shown.isEmpty()
            ? ""
            : listing(names)
                .table(List.of("Task", "Node", "State", "ExitCode", "Attempts", "Error"), true)
                .of(shown)
                .toString();
    return table + summary(state) + '\n';
  }

  private static String summary(JobState state) {
    long others = state.tasks().size() - state.complete() - state.failed();
    return state.complete()
        + " of "
        + state.tasks().size()
        + " tasks complete"
        + (state.failed() == 0 ? "" : ", " + state.failed() + " failed")
        + (others == 0 ? "" : ", " + others + " not run");
  }

  private static Listing<TaskResult> listing(Map<String, String> nodes) {
    List<Column<TaskResult>> columns =
        List.of(
            new Column<>("Task", "TASK", TaskResult::slot),
            new Column<>("Node", "NODE", task -> node(task, nodes)),
            new Column<>("State", "STATE", TaskResult::state),
            new Column<>("ExitCode", "EXIT CODE", TaskTable::exitCode),
            new Column<>("Attempts", "ATTEMPTS", task -> task.attempts().size()),
            new Column<>("Error", "ERROR", TaskResult::reason));
    return new Listing<>("*job.taskContext", columns, task -> Map.of());
  }

  private static String node(TaskResult task, Map<String, String> nodes) {
    SwarmTask last = task.last();
    return last == null ? "" : nodes.getOrDefault(last.nodeId(), last.nodeId());
  }

  private static String exitCode(TaskResult task) {
    return task.isComplete() || task.isFailed() ? Integer.toString(task.exitCode()) : "";
  }
}
