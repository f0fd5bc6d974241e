package dev.davit.command.job;

import dev.davit.cli.CommandContext;
import dev.davit.cli.ExitCode;
import dev.davit.cli.flags.CommonFlags;
import dev.davit.command.container.PsCommand;
import dev.davit.command.shared.ListRunner;
import dev.davit.engine.Swarm;
import dev.davit.engine.model.SwarmNode;
import dev.davit.engine.model.SwarmTask;
import dev.davit.format.Lines;
import dev.davit.format.Listing;
import dev.davit.job.Job;
import dev.davit.job.JobState;
import dev.davit.job.Jobs;
import dev.davit.opts.Filters;
import dev.davit.resource.ApiTime;
import dev.davit.resource.JobColumns;
import dev.davit.resource.JobColumns.Row;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** {@code ps --on swarm}: lists the jobs that are not over, or all. */
final class JobList implements JobCommand {
  @Override
  public Set<String> flags() {
    return Set.of("all", "filter", "format", "no-trunc", "quiet");
  }

  @Override
  public int run(CommandContext in) throws IOException {
    String format = in.get(CommonFlags.FORMAT);
    Listing<Row> listing =
        JobColumns.listing(!in.get(PsCommand.NO_TRUNC), in.app().clock())
            .on(in.streams()::outIsTerminal);
    Lines<Row> lines =
        in.get(PsCommand.QUIET)
            ? listing.table(List.of("ID"), false)
            : ListRunner.lines(listing, format, JobColumns.SHOWN);
    for (Row row : rows(in)) {
      lines.add(row);
    }
    if (in.get(PsCommand.QUIET)) {
      in.printNames(lines.text());
    } else {
      in.print(lines);
    }
    return ExitCode.SUCCESS;
  }

  private static List<Row> rows(CommandContext in) throws IOException {
    Swarm swarm = in.engine().swarm();
    List<Job> jobs = Jobs.list(swarm, in.get(PsCommand.FILTER));
    Map<String, List<SwarmTask>> tasks = tasks(swarm, jobs);
    List<SwarmNode> nodes = jobs.isEmpty() ? List.of() : swarm.nodes();
    List<Row> rows = new ArrayList<>();
    for (Job job : jobs) {
      JobState state = JobState.of(job, tasks.getOrDefault(job.id(), List.of()), nodes);
      if (in.get(PsCommand.ALL) || !state.isOver()) {
        rows.add(
            new Row(
                job.service(),
                job.tasks(),
                state.complete(),
                state.onNodes(),
                state.failed(),
                state.isOver()));
      }
    }
    rows.sort(Comparator.comparing(JobList::created).reversed());
    return rows;
  }

  private static Instant created(Row row) {
    return new ApiTime(row.service().createdAt()).instant();
  }

  private static Map<String, List<SwarmTask>> tasks(Swarm swarm, List<Job> jobs)
      throws IOException {
    if (jobs.isEmpty()) {
      return Map.of();
    }
    List<String> filters = jobs.stream().map(job -> "service=" + job.id()).toList();
    return swarm.tasks(Filters.toJson(filters)).stream()
        .collect(Collectors.groupingBy(SwarmTask::serviceId));
  }
}
