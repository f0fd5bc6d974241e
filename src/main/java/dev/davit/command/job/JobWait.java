package dev.davit.command.job;

import dev.davit.cli.CommandContext;
import dev.davit.cli.ExitCode;
import dev.davit.command.container.WaitCommand;
import dev.davit.command.shared.ForEachTarget;
import dev.davit.command.shared.InParallel;
import dev.davit.command.shared.InParallel.Pending;
import dev.davit.engine.Swarm;
import dev.davit.job.Job;
import dev.davit.job.JobState;
import dev.davit.job.JobWatch;
import dev.davit.job.Jobs;
import dev.davit.opts.Timeout;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** {@code wait --on swarm}: waits until jobs are over, and prints their exit codes. */
final class JobWait implements JobCommand {
  @Override
  public Set<String> flags() {
    return Set.of("exit-code", "timeout");
  }

  @Override
  public int run(CommandContext in) throws IOException {
    Timeout timeout = in.get(WaitCommand.TIMEOUT);
    Duration limit = timeout == null || timeout.nanos() == 0 ? null : timeout.duration();
    Swarm swarm = in.engine().swarm();
    List<String> errors = new ArrayList<>();
    List<Job> jobs = Jobs.find(swarm, in.args(), errors);
    List<String> late = new ArrayList<>();
    int worst = ExitCode.SUCCESS;
    int place = 0;
    List<String> ids = jobs.stream().map(Job::id).toList();
    for (Pending<JobState> each :
        InParallel.startAll(ids, id -> await(swarm, new Job(swarm.service(id)), limit))) {
      Job job = jobs.get(place++);
      JobState state;
      try {
        state = each.get();
      } catch (IOException e) {
        errors.add(String.valueOf(e.getMessage()));
        continue;
      }
      if (state.isOver()) {
        in.streams().println(Integer.toString(state.exitCode()));
        worst = Math.max(worst, state.exitCode());
      } else {
        late.add(job.name());
      }
    }
    if (!late.isEmpty()) {
      errors.add("timed out after " + timeout + " waiting for " + String.join(", ", late));
    }
    int failure = ForEachTarget.exitCode(in.streams(), errors);
    if (!late.isEmpty()) {
      return ExitCode.TIMED_OUT;
    }
    return failure == ExitCode.SUCCESS && in.get(WaitCommand.EXIT_CODE) ? worst : failure;
  }

  /** Waits for a job; one with failed tasks is ended, so that the swarm does not keep them. */
  private static JobState await(Swarm swarm, Job job, @Nullable Duration limit) throws IOException {
    JobState state = new JobWatch(swarm, job, tasks -> {}).await(null, limit);
    if (state.isOver() && state.failed() > 0) {
      JobWatch.end(swarm, job.id());
    }
    return state;
  }
}
