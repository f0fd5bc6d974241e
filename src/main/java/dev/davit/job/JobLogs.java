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
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * The log of a job: followed while it runs, and completed at its end, as a log that is followed can
 * lack the last lines of a task.
 */
public final class JobLogs {
  /** The time after which an engine has found the tasks that run. */
  private static final long INTERVAL = 1_500_000_000;

  private final Swarm swarm;
  private final Job job;
  private final Sink sink;
  private final Map<String, SwarmTask> known = new ConcurrentHashMap<>();
  private final Map<String, Integer> taken = new HashMap<>();

  /** The tasks whose messages the engine sends: they ran before, or have sent one. */
  private final Set<String> heard = ConcurrentHashMap.newKeySet();

  private @Nullable LogsOptions followed;
  private long followedSince;

  /** How often the log was followed, as each time the engine sends all of it. */
  private int again = 1;

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
   * Takes the tasks of a poll, which messages name by their IDs. Follows the log anew if it may
   * lack tasks: an engine can miss one that starts while its log is followed already.
   *
   * @throws IOException if the log can no longer be written, or followed
   */
  public void know(List<SwarmTask> tasks) throws IOException {
    add(tasks);
    failIfFailed();
    LogsOptions options = followed;
    if (options == null || System.nanoTime() - followedSince < again * INTERVAL) {
      return;
    }
    List<String> running =
        tasks.stream()
            .filter(task -> task.iteration() == job.iteration() && task.state().equals("running"))
            .map(SwarmTask::id)
            .toList();
    if (!heard.containsAll(running)) {
      end();
      heard.addAll(running);
      again++;
      begin(options, new HashMap<>());
    }
  }

  private void add(List<SwarmTask> tasks) {
    tasks.forEach(task -> known.put(task.id(), task));
  }

  /** Begins to follow the log. */
  public void follow(LogsOptions options) throws IOException {
    followed = options;
    begin(options, null);
  }

  private void begin(LogsOptions options, @Nullable Map<String, Integer> read) throws IOException {
    ApiResponse response = swarm.logs(job.id(), options);
    followedSince = System.nanoTime();
    following = response;
    follower = Thread.ofPlatform().daemon().name("logs").start(() -> follow(response, read));
  }

  /** Ends following. */
  private void end() throws IOException {
    if (following != null && follower != null) {
      following.cancel();
      try {
        follower.join();
      } catch (InterruptedException e) {
        throw new IllegalStateException(e);
      }
    }
    failIfFailed();
  }

  private void follow(ApiResponse response, @Nullable Map<String, Integer> read) {
    try {
      read(response, read);
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
    end();
    add(swarm.tasks(Filters.toJson(List.of("service=" + job.id()))));
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
        heard.add(task.id());
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
      add(swarm.tasks(Filters.toJson(List.of("id=" + id))));
      task = known.get(id);
    }
    return task;
  }
}
