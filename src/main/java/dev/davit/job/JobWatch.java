package dev.davit.job;

import dev.davit.engine.Swarm;
import dev.davit.engine.http.EngineException;
import dev.davit.engine.model.SwarmNode;
import dev.davit.engine.model.SwarmTask;
import dev.davit.opts.Filters;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Watches a job by polling, as a swarm reports no events of tasks. */
public final class JobWatch {
  private static final int CONFLICTS = 5;

  /** The number of polls until a swarm has begun to stop the tasks of a job. */
  private static final int STOPPING = 50;

  /** The interval of docker's own commands for services. */
  private static final long INTERVAL = 200;

  /** A swarm needs longer than that to notice that a node is down. */
  private static final long NODES_INTERVAL = 3_000_000_000L;

  /** The part of the time that may be spent on requests: a fifth. */
  private static final int PAUSES = 4;

  private final Swarm swarm;
  private final Listener listener;
  private Job job;
  private List<SwarmNode> nodes = List.of();
  private long nodesAsked = System.nanoTime() - NODES_INTERVAL;

  /** Gets the tasks of each poll. */
  @FunctionalInterface
  public interface Listener {
    /**
     * Takes the tasks.
     *
     * @throws IOException to end the watch
     */
    void take(List<SwarmTask> tasks) throws IOException;
  }

  /** Prepares to watch a job. */
  public JobWatch(Swarm swarm, Job job, Listener listener) {
    this.swarm = swarm;
    this.job = job;
    this.listener = listener;
  }

  /** Returns the present state. */
  public JobState state() throws IOException {
    List<SwarmTask> tasks = tasks(swarm, job.id());
    listener.take(tasks);
    JobState state = JobState.of(job, tasks, nodes);
    if (state.onNodes() == 0 && !state.isOver()) {
      refresh();
      state = JobState.of(job, tasks, nodes);
    }
    if (state.onNodes() > 0 && System.nanoTime() - nodesAsked > NODES_INTERVAL) {
      nodes = swarm.nodes();
      nodesAsked = System.nanoTime();
      state = JobState.of(job, tasks, nodes);
    }
    return state;
  }

  /** Requests the job, which another client may have ended, removed or run again. */
  private void refresh() throws IOException {
    Job now = new Job(swarm.service(job.id()));
    if (now.iteration() != job.iteration()) {
      throw new IOException("another client has run the job \"" + job.name() + "\" again");
    }
    job = now;
  }

  private static List<SwarmTask> tasks(Swarm swarm, String id) throws IOException {
    return swarm.tasks(Filters.toJson(List.of("service=" + id)));
  }

  /**
   * Waits until the job is over.
   *
   * @param pending the time for which tasks may wait for a node while none is on one; null for no
   *     limit
   * @param limit the time for the whole; null for no limit
   * @return the state, which is not over if a time has passed
   */
  public JobState await(@Nullable Duration pending, @Nullable Duration limit) throws IOException {
    long begin = System.nanoTime();
    long pendingSince = 0;
    while (true) {
      long asked = System.nanoTime();
      JobState state = state();
      long answered = System.nanoTime();
      if (!state.isPending()) {
        pendingSince = 0;
      } else if (pendingSince == 0) {
        pendingSince = asked;
      }
      boolean late =
          limit != null && answered - begin >= limit.toNanos()
              || pending != null
                  && pendingSince != 0
                  && answered - pendingSince >= pending.toNanos();
      if (late || state.isOver()) {
        return state;
      }
      pause(Math.max(INTERVAL, Duration.ofNanos(answered - asked).toMillis() * PAUSES));
    }
  }

  private static void pause(long millis) {
    try {
      Thread.sleep(millis);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Ends a job so that the swarm runs no more of its tasks; keeps its logs and results. */
  public static void end(Swarm swarm, String id) throws IOException {
    update(swarm, id, false);
  }

  /**
   * Removes a job. Docker 20.10 would keep the tasks that run, so the job is ended before; the
   * removal of its containers may take longer.
   */
  public static void remove(Swarm swarm, String id) throws IOException {
    if (isAlive(tasks(swarm, id))) {
      end(swarm, id);
      for (int attempt = 0; attempt < STOPPING && isAlive(tasks(swarm, id)); attempt++) {
        pause(INTERVAL / 2);
      }
    }
    swarm.remove(id);
  }

  private static boolean isAlive(List<SwarmTask> tasks) {
    return tasks.stream()
        .anyMatch(task -> !TaskResult.isOver(task) && !task.desiredState().equals("remove"));
  }

  /** Runs a job again; returns it. */
  public static Job rerun(Swarm swarm, String id) throws IOException {
    update(swarm, id, true);
    return new Job(swarm.service(id));
  }

  /** Updates the service; asks for its version again if another client has changed it. */
  private static void update(Swarm swarm, String id, boolean again) throws IOException {
    for (int attempt = 1; ; attempt++) {
      Job job = new Job(swarm.service(id));
      if (!again && job.isEnded()) {
        return;
      }
      try {
        swarm.update(id, job.version(), again ? job.again() : job.ended());
        return;
      } catch (EngineException e) {
        if (attempt == CONFLICTS || !e.reason().contains("out of sequence")) {
          throw e;
        }
      }
    }
  }
}
