package dev.davit.command.job;

import dev.davit.cli.CommandContext;
import dev.davit.cli.CommandException;
import dev.davit.cli.ExitCode;
import dev.davit.command.container.LogsFlags;
import dev.davit.command.container.LogsView;
import dev.davit.engine.LogsOptions;
import dev.davit.engine.Swarm;
import dev.davit.job.Job;
import dev.davit.job.JobLogs;
import dev.davit.job.JobWatch;
import dev.davit.job.Jobs;
import dev.davit.logs.FollowMode;
import dev.davit.logs.view.LogView;
import dev.davit.logs.view.Prefix;
import dev.davit.logs.view.TimestampStyle;
import dev.davit.output.JointOutput;
import dev.davit.terminal.Streams;
import java.io.IOException;
import java.util.Set;

/** {@code logs --on swarm}: prints the log of the last run of a job. */
final class JobLog implements JobCommand {
  @Override
  public Set<String> flags() {
    return Set.of(
        "color",
        "follow",
        "highlight",
        "json",
        "prefix",
        "since",
        "stderr",
        "stdout",
        "tail",
        "timestamps",
        "tz",
        "until");
  }

  @Override
  public int run(CommandContext in) throws IOException {
    if (LogsFlags.follow(in) == FollowMode.NAME) {
      throw CommandException.refused("--follow=name cannot be used with --on swarm");
    }
    Swarm swarm = in.engine().swarm();
    for (String name : in.args()) {
      print(in, swarm, Jobs.one(swarm, name));
    }
    return ExitCode.SUCCESS;
  }

  private static void print(CommandContext in, Swarm swarm, Job job) throws IOException {
    JointOutput joint = in.joint();
    Streams streams = joint == null ? in.streams() : joint.streams();
    LogView view =
        LogsView.of(
            in,
            streams,
            joint == null ? "" : joint.context(),
            joint != null || in.args().size() > 1 || job.tasks() > 1);
    boolean unchanged =
        view.prefix() == Prefix.NONE
            && view.timestamps() == TimestampStyle.NONE
            && !LogsFlags.changeLines(in);
    try (JobPrinter printer = new JobPrinter(job, streams, unchanged ? null : view)) {
      JobLogs logs = new JobLogs(swarm, job, options(in), printer);
      if (LogsFlags.follow(in) != FollowMode.NO) {
        logs.follow();
        new JobWatch(swarm, job, logs::update).await(null, null);
      }
      logs.finish();
    }
  }

  private static LogsOptions options(CommandContext in) {
    Boolean stdout = in.get(LogsFlags.STDOUT);
    Boolean stderr = in.get(LogsFlags.STDERR);
    return new LogsOptions(
        LogsFlags.isWanted(stdout, stderr),
        LogsFlags.isWanted(stderr, stdout),
        false,
        true,
        true,
        LogsFlags.time(in, LogsFlags.SINCE),
        LogsFlags.time(in, LogsFlags.UNTIL),
        in.get(LogsFlags.TAIL));
  }
}
