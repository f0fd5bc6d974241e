package dev.davit.command.job;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.davit.cli.CommandContext;
import dev.davit.cli.CommandException;
import dev.davit.cli.ExitCode;
import dev.davit.command.container.LogsView;
import dev.davit.command.shared.RunFailure;
import dev.davit.engine.LogsOptions;
import dev.davit.engine.Swarm;
import dev.davit.engine.model.SwarmNode;
import dev.davit.io.Cleanup;
import dev.davit.job.Job;
import dev.davit.job.JobLogs;
import dev.davit.job.JobState;
import dev.davit.job.JobWatch;
import dev.davit.job.TaskResult;
import dev.davit.logs.view.LogView;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A job that is followed until it is over.
 *
 * @param removed whether the job is removed when it is over, and not kept with its logs
 * @param created whether the command has created the job, so that a signal removes it; a signal
 *     only ends one that existed before
 */
record JobRun(CommandContext in, Job job, boolean removed, boolean created) {
  /** The time within which a swarm stops the tasks of a job and removes it. */
  private static final Duration LONGEST_END = Duration.ofSeconds(10);

  private static final LogsOptions WHOLE =
      new LogsOptions(true, true, false, true, true, null, null, "all");

  /**
   * Prints the log until the job is over. Returns the exit code, which is the highest one of all
   * tasks.
   *
   * @param pending the time that the job may wait for a node; null for no limit
   */
  int follow(@Nullable Duration pending) throws IOException {
    try (Cleanup _ = new Cleanup(this::endBySignal)) {
      JobState state = await(pending);
      List<SwarmNode> nodes = nodes(state);
      if (removed) {
        JobWatch.remove(swarm(), job.id());
      } else if (!state.isOver() || state.failed() > 0) {
        JobWatch.end(swarm(), job.id());
      }
      report(state, nodes);
      if (!state.isOver()) {
        throw RunFailure.of(in, new IOException("no node fits the job: " + state.pendingReason()));
      }
      return state.exitCode();
    }
  }

  private Swarm swarm() {
    return in.engine().swarm();
  }

  /**
   * Waits for the end.
   *
   * @throws CommandException with an exit code that tasks rarely have if that fails
   * @throws IOException if the output cannot be written
   */
  private JobState await(@Nullable Duration pending) throws IOException {
    try (JobPrinter printer = new JobPrinter(job, in.streams(), view())) {
      JobLogs logs = new JobLogs(swarm(), job, WHOLE, printer);
      try {
        logs.follow();
        JobState state = new JobWatch(swarm(), job, logs::update).await(pending, null);
        finish(logs);
        return state;
      } catch (IOException e) {
        if (logs.hasFailedOutput()) {
          throw e;
        }
        String message = "error waiting for job \"" + job.name() + "\": " + e.getMessage();
        throw new CommandException(message, ExitCode.NOT_RUN, e);
      }
    }
  }

  private void finish(JobLogs logs) throws IOException {
    try {
      logs.finish();
    } catch (IOException e) {
      if (logs.hasFailedOutput()) {
        throw e;
      }
      in.streams().error("the log is not complete: " + e.getMessage());
    }
  }

  /** Requests the nodes for the table of tasks, which has their IDs if that fails. */
  private List<SwarmNode> nodes(JobState state) {
    try {
      return state.tasks().size() > 1 ? swarm().nodes() : List.of();
    } catch (IOException e) {
      return List.of();
    }
  }

  /** Prints how the tasks have ended: of several tasks as a table, of one only why it failed. */
  private void report(JobState state, List<SwarmNode> nodes) throws IOException {
    if (state.tasks().size() > 1) {
      in.streams().err().write(TaskTable.of(state, nodes).getBytes(UTF_8));
      return;
    }
    TaskResult task = state.tasks().getFirst();
    if (task.needsReason()) {
      in.streams().error(in.app().name() + ": " + task.reason());
    }
  }

  private @Nullable LogView view() {
    return job.tasks() == 1 ? null : LogsView.of(in, in.streams(), "", true);
  }

  /** Removes or ends the job while the process ends; an engine that hangs does not delay that. */
  private void endBySignal() {
    Thread end = Thread.ofPlatform().daemon().name("end").start(this::endSilently);
    try {
      if (!end.join(LONGEST_END)) {
        in.streams().error("job " + job.name() + " may still run: the engine does not respond");
      }
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private void endSilently() {
    try {
      if (created) {
        JobWatch.remove(swarm(), job.id());
      } else {
        JobWatch.end(swarm(), job.id());
      }
    } catch (IOException e) {
      // the process ends
    }
  }
}
