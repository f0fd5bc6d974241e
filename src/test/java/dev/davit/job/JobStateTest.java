package dev.davit.job;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.davit.engine.Json;
import dev.davit.engine.model.SwarmNode;
import dev.davit.engine.model.SwarmService;
import dev.davit.engine.model.SwarmTask;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The state of jobs, of which the tasks are written as in {@link #task}. */
final class JobStateTest {
  private static final List<SwarmNode> NODES =
      List.of(
          new SwarmNode("up", null, new SwarmNode.Status("ready")),
          new SwarmNode("gone", new SwarmNode.Description("host3"), new SwarmNode.Status("down")));

  private static final Map<String, String> ERRORS =
      Map.of(
          "exit3", "task: non-zero exit (3)",
          "exit7", "task: non-zero exit (7)",
          "image", "No such image: x:latest",
          "full", "no suitable node (insufficient resources on 3 nodes)");

  /** Creates a job of {@code tasks/maxConcurrent/retries}, in its second run. */
  private static Job job(String numbers, boolean ended) {
    String[] each = numbers.split("/", -1);
    long tasks = Long.parseLong(each[0]);
    Map<String, Object> spec =
        Map.of(
            "Labels",
            Map.of(Job.LABEL, each[0]),
            "Mode",
            Map.of(
                "ReplicatedJob",
                Map.of(
                    "MaxConcurrent",
                    Integer.valueOf(each[1]),
                    "TotalCompletions",
                    ended ? 0L : tasks)),
            "TaskTemplate",
            Map.of("RestartPolicy", JobRestarts.policy(tasks, Long.parseLong(each[2]))));
    SwarmService.Version run = new SwarmService.Version(ended ? 2 : 1);
    return new Job(new SwarmService("job", null, "", spec, new SwarmService.JobStatus(run, null)));
  }

  /**
   * Creates a task of {@code slot state[@node][:error]}; a state with a quote is of the first run.
   */
  private static SwarmTask task(String text, int second) throws JsonProcessingException {
    String[] words = text.strip().split(" ", 2);
    String[] state = words[1].replace("'", "").split("[@:]", -1);
    String error = text.contains(":") ? state[state.length - 1] : "";
    int exitCode = error.startsWith("exit") ? Integer.parseInt(error.substring(4)) : 0;
    Map<String, Object> status =
        Map.of(
            "State",
            state[0],
            "Err",
            ERRORS.getOrDefault(error, ""),
            "ContainerStatus",
            Map.of("ExitCode", exitCode));
    Map<String, Object> task =
        Map.of(
            "ID",
            "t" + second,
            "Slot",
            Integer.valueOf(words[0]),
            "NodeID",
            text.contains("@") ? state[1] : "up",
            "CreatedAt",
            "2026-11-30T20:00:0" + second + "Z",
            "Status",
            status,
            "JobIteration",
            text.contains("'") ? Map.of() : Map.of("Index", 1));
    return Json.MAPPER.convertValue(task, SwarmTask.class);
  }

  private static JobState state(String numbers, boolean ended, String tasks)
      throws JsonProcessingException {
    List<SwarmTask> all = new ArrayList<>();
    for (String each : tasks.isEmpty() ? new String[0] : tasks.split(",")) {
      all.add(task(each, all.size()));
    }
    return JobState.of(job(numbers, ended), all, NODES);
  }

  /** A state in short: whether it is over, exit code, complete, failed, on nodes. */
  private static String shown(JobState state) {
    return (state.isOver() ? "over " : state.isPending() ? "pending " : "on ")
        + state.exitCode()
        + " = "
        + state.complete()
        + " "
        + state.failed()
        + " "
        + state.onNodes();
  }

  @ParameterizedTest(name = "{0} {1}: {2}")
  @CsvSource(
      quoteCharacter = '"',
      delimiter = '|',
      value = {
        // before and while a task runs
        "1/1/0 | \"\"                                        | on 0 = 0 0 0",
        "1/1/0 | 0 new                                       | on 0 = 0 0 0",
        "1/1/0 | 0 pending:full                              | pending 0 = 0 0 0",
        "1/1/0 | 0 preparing                                 | on 0 = 0 0 1",
        "1/1/0 | 0 running                                   | on 0 = 0 0 1",
        "2/2/0 | 0 pending:full, 1 running                   | on 0 = 0 0 1",
        "2/2/0 | 0 complete, 1 pending:full                  | pending 0 = 1 0 0",
        // the end
        "1/1/0 | 0 complete                                  | over 0 = 1 0 0",
        "1/1/0 | 0 failed:exit3                              | over 3 = 0 1 0",
        "1/1/0 | 0 rejected:image                            | over 125 = 0 1 0",
        "1/1/0 | 0 failed                                    | over 1 = 0 1 0",
        "1/1/0 | 0 orphaned                                  | over 255 = 0 1 0",
        "1/1/0 | 0 shutdown                                  | over 1 = 0 1 0",
        "3/3/0 | 0 complete, 1 failed:exit3, 2 failed:exit7  | over 7 = 1 2 0",
        "3/3/0 | 0 complete, 1 failed:exit3, 2 running       | on 3 = 1 1 1",
        // a replacement that never starts
        "2/2/0 | 0 failed:exit3, 0 ready, 1 running          | on 3 = 0 1 1",
        "2/2/0 | 0 failed:exit3, 0 ready, 1 complete         | over 3 = 1 1 0",
        // failed tasks leave no room for the others
        "4/2/0 | 0 failed:exit3, 0 ready, 1 failed:exit7, 1 ready | over 7 = 0 2 0",
        "4/2/0 | 0 failed:exit3, 0 ready, 1 complete, 2 new  | on 3 = 1 1 0",
        "4/2/0 | 0 failed:exit3, 1 failed:exit3, 2 running   | on 3 = 0 2 1",
        // retries
        "1/1/2 | 0 failed:exit3                              | on 3 = 0 0 0",
        "1/1/2 | 0 failed:exit3, 0 ready                     | on 0 = 0 0 1",
        "1/1/2 | 0 failed:exit3, 0 failed:exit3, 0 complete  | over 0 = 1 0 0",
        "1/1/2 | 0 failed:exit3, 0 failed:exit3, 0 failed:exit7 | over 7 = 0 1 0",
        "1/1/1 | 0 failed:exit3, 0 failed:exit7, 0 ready     | over 7 = 0 1 0",
        "1/1/1 | 0 failed:exit3, 0 failed:exit7, 0 failed:exit3 | over 3 = 0 1 0",
        // nodes
        "1/1/0 | 0 running@gone                              | over 255 = 0 1 0",
        "1/1/0 | 0 complete@gone                             | over 0 = 1 0 0",
        "1/1/0 | 0 failed@gone:exit3                         | over 3 = 0 1 0",
        "1/1/2 | 0 running@gone                              | over 255 = 0 1 0",
        "3/3/0 | 0 running@gone, 1 complete, 2 running       | on 255 = 1 1 1",
        // former runs
        "1/1/0 | 0 complete'                                 | on 0 = 0 0 0",
        "1/1/0 | 0 failed':exit3, 0 complete                 | over 0 = 1 0 0",
        "2/2/0 | 0 complete', 1 complete', 0 running         | on 0 = 0 0 1",
      })
  void theTasksDecide(String numbers, String tasks, String expected)
      throws JsonProcessingException {
    assertEquals(expected, shown(state(numbers, false, tasks)));
  }

  /** The tasks are those of the run before the number of runs. */
  @ParameterizedTest(name = "{0} {1}: {2}")
  @CsvSource(
      quoteCharacter = '"',
      delimiter = '|',
      value = {
        "1/1/0 | 0 complete                      | over 0 = 1 0 0",
        "2/1/0 | 0 failed:exit3                  | over 3 = 0 1 0",
        "2/2/0 | 0 complete                      | over 125 = 1 0 0",
        "1/1/0 | \"\"                            | over 125 = 0 0 0",
        "1/1/0 | 0 complete'                     | over 125 = 0 0 0",
      })
  void aJobThatWasEndedIsOver(String numbers, String tasks, String expected)
      throws JsonProcessingException {
    assertEquals(expected, shown(state(numbers, true, tasks)));
  }

  @ParameterizedTest(name = "{0} {1}")
  @CsvSource(
      quoteCharacter = '"',
      delimiter = '|',
      value = {
        "1/1/0 | \"\"                               | not started 0",
        "1/1/0 | 0 running                          | running 1",
        "1/1/0 | 0 complete                         | complete 1",
        "1/1/0 | 0 failed:exit3, 0 ready            | failed 1 task: non-zero exit (3)",
        "1/1/0 | 0 rejected:image                   | rejected 1 No such image: x:latest !",
        "1/1/0 | 0 running@gone                     | orphaned 1 node host3 is down !",
        "1/1/0 | 0 pending:full                     "
            + "| pending 1 no suitable node (insufficient resources on 3 nodes)",
        "1/1/2 | 0 failed:exit3, 0 failed:exit7     | failed 2 task: non-zero exit (7)",
        "1/1/2 | 0 failed:exit3, 0 complete         | complete 2",
      })
  void aTaskHasAStateAndAReason(String numbers, String tasks, String expected)
      throws JsonProcessingException {
    JobState state = state(numbers, false, tasks);
    String shown =
        state.tasks().stream()
            .map(
                task ->
                    (task.state() + ' ' + task.attempts().size() + ' ' + task.reason()).strip()
                        + (task.needsReason() ? " !" : ""))
            .collect(Collectors.joining());
    assertEquals(expected, shown);
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      quoteCharacter = '"',
      delimiter = '|',
      value = {
        "0 running, 1 pending:full     | no suitable node (insufficient resources on 3 nodes)",
        "0 pending, 1 pending:full     | no suitable node (insufficient resources on 3 nodes)",
        "0 running, 1 failed:exit3     | \"\"",
      })
  void theFirstReasonOfAPendingTaskIsShown(String tasks, String reason)
      throws JsonProcessingException {
    assertEquals(reason, state("2/2/0", false, tasks).pendingReason());
  }

  /** Times are without zeros at the end. */
  @ParameterizedTest(name = "{0} {1}")
  @CsvSource({"20.1Z, 20.15Z", "20Z, 20.5Z", "20.123456789Z, 21Z"})
  void attemptsAreInTheOrderOfTheirTimes(String first, String second) {
    List<SwarmTask> tasks =
        List.of(at("b", "2026-11-30T20:00:" + second), at("a", "2026-11-30T20:00:" + first));
    assertEquals(
        List.of("a", "b"),
        TaskResult.of(0, tasks, 3).attempts().stream().map(SwarmTask::id).toList());
  }

  private static SwarmTask at(String id, String time) {
    SwarmTask.Status failed = new SwarmTask.Status(null, "failed", null, null, null);
    return new SwarmTask(id, "job", 0, "up", time, failed, "shutdown", new SwarmService.Version(0));
  }
}
