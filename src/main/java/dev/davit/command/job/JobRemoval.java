package dev.davit.command.job;

import dev.davit.cli.CommandContext;
import dev.davit.cli.ExitCode;
import dev.davit.command.container.RmCommand;
import dev.davit.command.removal.Preview;
import dev.davit.command.removal.Protection;
import dev.davit.command.shared.ForEachTarget;
import dev.davit.engine.Swarm;
import dev.davit.job.Job;
import dev.davit.job.JobState;
import dev.davit.job.JobWatch;
import dev.davit.job.Jobs;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** {@code rm --on swarm}: removes jobs with their tasks and logs. */
final class JobRemoval implements JobCommand {
  @Override
  public Set<String> flags() {
    return Set.of("dry-run", "force", "unprotect");
  }

  @Override
  public int run(CommandContext in) throws IOException {
    Swarm swarm = in.engine().swarm();
    Protection protection = Protection.of(in);
    List<String> errors = new ArrayList<>();
    List<Job> removable = new ArrayList<>();
    for (Job job : Jobs.find(swarm, in.args(), errors)) {
      boolean allowed = protection.allows("job", job.name(), List.of(job.name()), labels(job));
      if (!in.get(RmCommand.FORCE) && runs(swarm, job)) {
        errors.add("cannot remove job \"" + job.name() + "\": it is not over; use --force");
      } else if (allowed) {
        removable.add(job);
      }
    }
    for (Job job : removable) {
      if (!in.get(Preview.DRY_RUN)) {
        JobWatch.remove(swarm, job.id());
      }
      in.printNames(job.name() + '\n');
    }
    int failure = ForEachTarget.exitCode(in.streams(), errors);
    int exitCode = protection.end(in, ExitCode.SUCCESS);
    return exitCode == ExitCode.SUCCESS ? failure : exitCode;
  }

  private static boolean runs(Swarm swarm, Job job) throws IOException {
    JobState state = new JobWatch(swarm, job, tasks -> {}).state();
    return !state.isOver();
  }

  private static Map<String, String> labels(Job job) {
    Map<String, String> labels = new LinkedHashMap<>();
    job.service()
        .part("Labels")
        .forEach((key, value) -> labels.put(String.valueOf(key), String.valueOf(value)));
    return labels;
  }
}
