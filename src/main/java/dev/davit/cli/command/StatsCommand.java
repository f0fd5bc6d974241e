package dev.davit.cli.command;

import dev.davit.cli.Command;
import dev.davit.cli.CommandException;
import dev.davit.cli.ForEachTarget;
import dev.davit.cli.InParallel;
import dev.davit.cli.InParallel.Pending;
import dev.davit.cli.Invocation;
import dev.davit.cli.Usage;
import dev.davit.cli.flags.CommonFlags;
import dev.davit.cli.flags.Flag;
import dev.davit.engine.Containers;
import dev.davit.engine.Containers.ListOptions;
import dev.davit.engine.JsonStream;
import dev.davit.engine.model.ContainerStats;
import dev.davit.engine.model.ContainerSummary;
import dev.davit.format.Listing;
import dev.davit.format.StatsColumns;
import dev.davit.format.StatsColumns.Sampled;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** {@code davit stats --no-stream}: mirrors cli/command/container/stats.go. */
public final class StatsCommand implements Command {
  private static final Flag<Boolean> ALL = Flag.bool("all", 'a', "Those that don't run too");
  private static final Flag<Boolean> NO_STREAM = Flag.bool("no-stream", "Show one sample and quit");
  private static final Flag<Boolean> NO_TRUNC = Flag.bool("no-trunc", "Cut nothing short");

  @Override
  public Usage usage() {
    return Usage.atLeast(0, "[OPTIONS] [CONTAINER...]");
  }

  @Override
  public List<Flag<?>> flags() {
    return List.of(ALL, CommonFlags.FORMAT, NO_STREAM, NO_TRUNC);
  }

  @Override
  public int run(Invocation in) throws IOException {
    if (!in.get(NO_STREAM)) {
      throw CommandException.refused(
          in.app().name() + ": the live table of stats is not there yet: use --no-stream");
    }
    Containers containers = in.engine().containers();
    List<String> names = in.args().isEmpty() ? ids(containers, in.get(ALL)) : in.args();
    List<String> failures = new ArrayList<>();
    List<Sampled> rows = new ArrayList<>();
    for (Pending<ContainerStats> pending : InParallel.start(names, n -> sample(containers, n))) {
      try {
        rows.add(new Sampled(pending.target(), pending.get()));
      } catch (IOException e) {
        failures.add(String.valueOf(e.getMessage()));
      }
    }
    if (!rows.isEmpty() || failures.isEmpty()) {
      in.streams().print(show(in, rows));
    }
    return ForEachTarget.exitCode(in.streams(), failures);
  }

  private static List<String> ids(Containers containers, boolean all) throws IOException {
    return containers.list(new ListOptions(all, -1, false, null)).stream()
        .map(ContainerSummary::id)
        .toList();
  }

  private static ContainerStats sample(Containers containers, String name) throws IOException {
    try (JsonStream<ContainerStats> samples = containers.stats(name, false, false)) {
      ContainerStats sample = samples.next();
      if (sample == null) {
        throw new IOException("the engine sent no statistics of " + name);
      }
      return sample;
    }
  }

  private static String show(Invocation in, List<Sampled> rows) throws IOException {
    Listing<Sampled> listing = StatsColumns.listing(!in.get(NO_TRUNC));
    String given = in.get(CommonFlags.FORMAT);
    String format = given.isEmpty() ? in.config().format("stats").orElse("") : given;
    return Listing.isDefaultTable(format)
        ? listing.table(rows, StatsColumns.SHOWN, true)
        : listing.format(rows, format);
  }
}
