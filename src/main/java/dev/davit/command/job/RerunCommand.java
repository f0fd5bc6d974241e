package dev.davit.command.job;

import dev.davit.cli.Command;
import dev.davit.cli.CommandContext;
import dev.davit.cli.ExitCode;
import dev.davit.cli.Usage;
import dev.davit.cli.complete.Completer;
import dev.davit.cli.complete.Completers;
import dev.davit.cli.flags.Flag;
import dev.davit.cli.flags.FlagValues;
import dev.davit.command.removal.Candidate;
import dev.davit.command.removal.Preview;
import dev.davit.command.removal.Protection;
import dev.davit.engine.Swarm;
import dev.davit.job.Job;
import dev.davit.job.JobWatch;
import dev.davit.job.Jobs;
import java.io.IOException;
import java.util.List;

/** {@code davit rerun}: runs all tasks of a job again, by {@code POST /services/{id}/update}. */
public final class RerunCommand implements Command {
  private static final Flag<Boolean> DETACH =
      Flag.bool("detach", 'd', "Run the job in the background and print its ID");

  private static final Flag<Boolean> DRY_RUN =
      Preview.DRY_RUN.variant("List the job that would be run again, and run nothing");

  @Override
  public Usage usage() {
    return Usage.exactly(1, "[OPTIONS] JOB");
  }

  @Override
  public List<Flag<?>> flags() {
    return List.of(DETACH, DRY_RUN, JobFlags.PENDING_TIMEOUT, Preview.QUIET, Protection.UNPROTECT);
  }

  @Override
  public Completer argument(int place, FlagValues given) {
    return place == 0 ? Completers.JOB : Completers.NOTHING;
  }

  @Override
  public int run(CommandContext in) throws IOException {
    boolean preview = Preview.isGiven(in);
    boolean detached = in.get(DETACH);
    JobFlags.requireNoTimeout(in, detached);
    Protection protection = Protection.of(in);
    Swarm swarm = in.engine().swarm();
    Job former = Jobs.one(swarm, in.args().getFirst());
    List<Candidate> jobs = List.of(JobRemoval.candidate(former));
    if (preview) {
      return protection.end(in, protection.preview(in, JobRemoval.KIND, jobs, false));
    }
    protection.check(JobRemoval.KIND, jobs);
    Job job = JobWatch.rerun(swarm, former.id());
    if (detached) {
      in.streams().printSent(job.id() + '\n');
      return ExitCode.SUCCESS;
    }
    return new JobRun(in, job, false, false).follow(JobFlags.pendingTimeout(in));
  }
}
