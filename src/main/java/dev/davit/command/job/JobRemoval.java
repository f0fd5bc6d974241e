package dev.davit.command.job;

import dev.davit.cli.CommandContext;
import dev.davit.cli.ExitCode;
import dev.davit.command.container.RmCommand;
import dev.davit.command.removal.Candidate;
import dev.davit.command.removal.Preview;
import dev.davit.command.removal.Protection;
import dev.davit.command.shared.ForEachTarget;
import dev.davit.engine.Swarm;
import dev.davit.job.Job;
import dev.davit.job.JobWatch;
import dev.davit.job.Jobs;
import dev.davit.resource.ApiTime;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** {@code rm --on swarm}: removes jobs with their tasks and logs. */
final class JobRemoval implements JobCommand {
  /** The kind of object in messages. */
  static final String KIND = "job";

  @Override
  public Set<String> flags() {
    return Set.of("dry-run", "force", "unprotect");
  }

  @Override
  public int run(CommandContext in) throws IOException {
    Swarm swarm = in.engine().swarm();
    Protection protection = Protection.of(in);
    List<String> errors = new ArrayList<>();
    List<Candidate> removable = new ArrayList<>();
    for (Job job : Jobs.find(swarm, in.args(), errors)) {
      try {
        requireEnd(in, swarm, job);
        removable.add(candidate(job));
      } catch (IOException e) {
        errors.add(String.valueOf(e.getMessage()));
      }
    }
    int exitCode = ExitCode.SUCCESS;
    if (in.get(Preview.DRY_RUN)) {
      protection.preview(in, KIND, removable, false);
      exitCode = protection.end(in, exitCode);
    } else {
      for (Candidate job : protection.check(KIND, removable)) {
        try {
          JobWatch.remove(swarm, job.id());
        } catch (IOException e) {
          errors.add(String.valueOf(e.getMessage()));
          continue;
        }
        in.printNames(job.name() + '\n');
      }
    }
    int failure = ForEachTarget.exitCode(in.streams(), errors);
    return exitCode == ExitCode.SUCCESS ? failure : exitCode;
  }

  /** Fails for a job that is not over, unless {@code --force} is given. */
  private static void requireEnd(CommandContext in, Swarm swarm, Job job) throws IOException {
    if (!in.get(RmCommand.FORCE) && !new JobWatch(swarm, job, tasks -> {}).state().isOver()) {
      throw new IOException(
          "cannot remove job \"" + job.name() + "\": the job is not over; use --force");
    }
  }

  /** The job in the list of {@code --dry-run}. */
  static Candidate candidate(Job job) {
    Instant created = new ApiTime(job.service().createdAt()).instant();
    return new Candidate(job.id(), job.name(), null, created).with(job.service().labels());
  }
}
