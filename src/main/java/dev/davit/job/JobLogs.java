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
  /** Nanoseconds within which an engine includes a new task in a log that is followed. */
  private static final long INTERVAL = 1_500_000_000;

  private final Swarm swarm;
  private final Job job;
  private final LogsOptions options;
  private final Sink sink;
  private final Map<String, SwarmTask> known = new ConcurrentHashMap<>();
  private final Map<String, Position> printed = new HashMap<>();

  /** The tasks that the log includes, or for which it was followed anew. */
  private final Set<String> included = ConcurrentHashMap.newKeySet();

  /** How often the log was followed, as each time the engine sends all of it. */
  private int attempts;

  private long followedSince;
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

  /**
   * The place of the last message of a stream.
   *
   * @param time the time of the message, in Unix nanoseconds
   * @param count the number of messages of that time, up to this one
   */
  private record Position(long time, int count) {
    static final Position BEGIN = new Position(Long.MIN_VALUE, 0);

    Position next(ServiceMessage message) {
      return new Position(message.time(), message.time() == time ? count + 1 : 1);
    }

    boolean isBehind(Position other) {
      return time > other.time || time == other.time && count > other.count;
    }
  }

  /**
   * Prepares to read the log of the job's last run.
   *
   * @param options what is read, with timestamps and details; whether it is followed is ignored
   */
  public JobLogs(Swarm swarm, Job job, LogsOptions options, Sink sink) {
    this.swarm = swarm;
    this.job = job;
    this.options = options;
    this.sink = sink;
  }

  /**
   * Takes the tasks of a poll, which messages name by their IDs. Follows the log anew if it may
   * lack tasks: an engine can miss one that starts while its log is followed already.
   *
   * @throws IOException if the log can no longer be written, or followed
   */
  public void update(List<SwarmTask> tasks) throws IOException {
    add(tasks);
    failIfFailed();
    if (follower == null || System.nanoTime() - followedSince < attempts * INTERVAL) {
      return;
    }
    List<String> running =
        tasks.stream()
            .filter(task -> task.iteration() == job.iteration() && task.state().equals("running"))
            .map(SwarmTask::id)
            .toList();
    if (!included.containsAll(running)) {
      end();
      included.addAll(running);
      follow();
    }
  }

  private void add(List<SwarmTask> tasks) {
    tasks.forEach(task -> known.put(task.id(), task));
  }

  /** Begins to follow the log. */
  public void follow() throws IOException {
    ApiResponse response = swarm.logs(job.id(), options.following(true));
    attempts++;
    followedSince = System.nanoTime();
    following = response;
    follower = Thread.ofPlatform().daemon().name("logs").start(() -> follow(response));
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

  private void follow(ApiResponse response) {
    try {
      read(response);
    } catch (IOException e) {
      // the rest is read at the end
    }
  }

  /**
   * Ends following, and reads what is missing.
   *
   * @throws IOException if the log is not complete, or cannot be written
   */
  public void finish() throws IOException {
    end();
    add(swarm.tasks(Filters.toJson(List.of("service=" + job.id()))));
    try (ApiResponse response = swarm.logs(job.id(), options.following(false))) {
      read(response);
    }
    failIfFailed();
  }

  /** Reads the log; the sink takes each message only once. */
  private void read(ApiResponse response) throws IOException {
    ServiceLogReader reader = new ServiceLogReader(response.body(), !job.isTty());
    Map<String, Position> positions = new HashMap<>();
    for (ServiceMessage message = reader.next(); message != null; message = reader.next()) {
      String stream = (message.stderr() ? "2" : "1") + message.task();
      Position position = positions.getOrDefault(stream, Position.BEGIN).next(message);
      positions.put(stream, position);
      if (position.isBehind(printed.getOrDefault(stream, Position.BEGIN))) {
        SwarmTask task = task(message.task());
        if (task != null && task.iteration() == job.iteration()) {
          printed.put(stream, position);
          included.add(task.id());
          take(task, message);
        }
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

  /** Whether the output could not be written. */
  public boolean hasFailedOutput() {
    return outputFailure != null;
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
