package dev.davit.job;

import dev.davit.engine.LogsOptions;
import dev.davit.engine.Swarm;
import dev.davit.engine.http.ApiResponse;
import dev.davit.engine.model.SwarmTask;
import dev.davit.logs.line.ServiceLogReader;
import dev.davit.logs.line.ServiceMessage;
import dev.davit.opts.Filters;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * The log of a job: followed while it runs, and completed at its end, as a log that is followed can
 * lack the last lines of a task.
 */
public final class JobLogs {
  private final Swarm swarm;
  private final Job job;
  private final Sink sink;
  private final Map<String, SwarmTask> known = new ConcurrentHashMap<>();
  private final Map<String, Integer> taken = new HashMap<>();
  private @Nullable ApiResponse following;
  private @Nullable Thread follower;
  private volatile @Nullable IOException outputFailure;

  /** Takes messages of the log. */
  public interface Sink {
    /**
     * Takes a message.
     *
     * @throws IOException if it cannot be written
     */
    void take(SwarmTask task, ServiceMessage message) throws IOException;
  }

  /** Prepares to read the log of the job's last run. */
  public JobLogs(Swarm swarm, Job job, Sink sink) {
    this.swarm = swarm;
    this.job = job;
    this.sink = sink;
  }

  /**
   * Adds tasks, which messages name by their IDs.
   *
   * @throws IOException if the log can no longer be written
   */
  public void know(List<SwarmTask> tasks) throws IOException {
    tasks.forEach(task -> known.put(task.id(), task));
    failIfFailed();
  }

  /** Begins to follow the log. */
  public void follow(LogsOptions options) throws IOException {
    ApiResponse response = swarm.logs(job.id(), options);
    following = response;
    follower = Thread.ofPlatform().daemon().name("logs").start(() -> follow(response));
  }

  private void follow(ApiResponse response) {
    try {
      read(response, null);
    } catch (IOException e) {
      // the rest is read at the end
    }
  }

  /**
   * Ends following, and reads what is missing.
   *
   * @throws IOException if the log is not complete, or cannot be written
   */
  public void finish(LogsOptions options) throws IOException {
    if (following != null && follower != null) {
      following.cancel();
      try {
        follower.join();
      } catch (InterruptedException e) {
        throw new IllegalStateException(e);
      }
    }
    know(swarm.tasks(Filters.toJson(List.of("service=" + job.id()))));
    try (ApiResponse response = swarm.logs(job.id(), options)) {
      read(response, new HashMap<>());
    }
    failIfFailed();
  }

  /**
   * Reads messages.
   *
   * @param again the numbers of messages of each stream that are read again; null for the first
   *     time
   */
  private void read(ApiResponse response, @Nullable Map<String, Integer> again) throws IOException {
    ServiceLogReader reader = new ServiceLogReader(response.body(), !job.isTty());
    for (ServiceMessage message = reader.next(); message != null; message = reader.next()) {
      String stream = (message.stderr() ? "2" : "1") + message.task();
      boolean isNew =
          again == null || again.merge(stream, 1, Integer::sum) > taken.getOrDefault(stream, 0);
      SwarmTask task = isNew ? task(message.task()) : null;
      if (task != null && task.iteration() == job.iteration()) {
        taken.merge(stream, 1, Integer::sum);
        take(task, message);
      }
    }
  }

  private void take(SwarmTask task, ServiceMessage message) throws IOException {
    try {
      sink.take(task, message);
    } catch (IOException e) {
      outputFailure = e;
      throw e;
    }
  }

  private void failIfFailed() throws IOException {
    IOException failure = outputFailure;
    if (failure != null) {
      throw failure;
    }
  }

  private @Nullable SwarmTask task(String id) throws IOException {
    SwarmTask task = known.get(id);
    if (task == null) {
      know(swarm.tasks(Filters.toJson(List.of("id=" + id))));
      task = known.get(id);
    }
    return task;
  }
}
