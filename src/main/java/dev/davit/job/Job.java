package dev.davit.job;

import dev.davit.engine.model.SwarmService;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A job on a swarm: a service that {@code run --on swarm} has created.
 *
 * @param service the service as the swarm knows it
 */
public record Job(SwarmService service) {
  /** The label of jobs, by which they are found; its value is the number of tasks. */
  public static final String LABEL = "dev.davit.job";

  private static final String MODE = "Mode";
  private static final String REPLICATED = "ReplicatedJob";
  private static final String TASK = "TaskTemplate";
  private static final String TOTAL = "TotalCompletions";

  public String id() {
    return service.id();
  }

  public String name() {
    return service.name();
  }

  /** The version of the service, which an update must name. */
  long version() {
    return service.version() == null ? 0 : service.version().index();
  }

  /** The number of tasks. */
  public long tasks() {
    return number(service.part("Labels").get(LABEL), 1);
  }

  /** The maximum number of tasks that run at the same time. */
  public long maxConcurrent() {
    return number(service.part(MODE, REPLICATED).get("MaxConcurrent"), 1);
  }

  /** The number of times that a failed task is run again. */
  public long retries() {
    Map<?, ?> policy = service.part(TASK, "RestartPolicy");
    return JobRestarts.retries(
        String.valueOf(policy.get("Condition")),
        number(policy.get("MaxAttempts"), 0),
        number(policy.get("Delay"), 0));
  }

  /** Whether the tasks have TTYs. */
  boolean isTty() {
    return Boolean.TRUE.equals(service.part(TASK, "ContainerSpec").get("TTY"));
  }

  /** Whether the job was ended, so that the swarm runs no more of its tasks. */
  public boolean isEnded() {
    return number(service.part(MODE, REPLICATED).get(TOTAL), 1) == 0;
  }

  /** The number of the run whose tasks are the job's: a job that was ended counts one more. */
  public long iteration() {
    return service.iteration() - (isEnded() ? 1 : 0);
  }

  /** Returns the service without tasks, which ends the job and keeps its logs. */
  Map<String, @Nullable Object> ended() {
    return withTotal(0);
  }

  /** Returns the service as a new run. */
  Map<String, @Nullable Object> again() {
    Map<String, @Nullable Object> spec = withTotal(tasks());
    Map<String, @Nullable Object> task = copy(spec.get(TASK));
    task.put("ForceUpdate", number(task.get("ForceUpdate"), 0) + 1);
    spec.put(TASK, task);
    return spec;
  }

  private Map<String, @Nullable Object> withTotal(long total) {
    Map<String, @Nullable Object> spec = copy(service.spec());
    Map<String, @Nullable Object> job = copy(service.part(MODE, REPLICATED));
    job.put(TOTAL, total);
    spec.put(MODE, Map.of(REPLICATED, job));
    return spec;
  }

  private static Map<String, @Nullable Object> copy(@Nullable Object map) {
    Map<String, @Nullable Object> copy = new LinkedHashMap<>();
    if (map instanceof Map<?, ?> from) {
      from.forEach((key, value) -> copy.put(String.valueOf(key), value));
    }
    return copy;
  }

  private static long number(@Nullable Object value, long otherwise) {
    if (!(value instanceof Number) && !(value instanceof String)) {
      return otherwise;
    }
    try {
      return Long.parseLong(value.toString());
    } catch (NumberFormatException e) {
      return otherwise;
    }
  }
}
