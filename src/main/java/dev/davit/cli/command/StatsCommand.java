package dev.davit.cli.command;

import dev.davit.cli.Command;
import dev.davit.cli.ExitCode;
import dev.davit.cli.ForEachTarget;
import dev.davit.cli.InParallel;
import dev.davit.cli.InParallel.Pending;
import dev.davit.cli.Invocation;
import dev.davit.cli.Usage;
import dev.davit.cli.complete.Argument;
import dev.davit.cli.flags.CommonFlags;
import dev.davit.cli.flags.Flag;
import dev.davit.cli.flags.FlagValues;
import dev.davit.engine.Containers;
import dev.davit.engine.Containers.ListOptions;
import dev.davit.engine.JsonStream;
import dev.davit.engine.model.ContainerStats;
import dev.davit.format.Listing;
import dev.davit.format.StatsColumns;
import dev.davit.format.StatsColumns.Sampled;
import dev.davit.session.StatsWatch;
import dev.davit.terminal.LiveText;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** {@code davit stats}: mirrors cli/command/container/stats.go. */
public final class StatsCommand implements Command {
  /** Time between two tables, as docker's. */
  private static final Duration INTERVAL = Duration.ofMillis(500);

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
  public Argument argument(int place, FlagValues given) {
    return Argument.RUNNING_CONTAINER;
  }

  @Override
  public int run(Invocation in) throws IOException {
    return in.get(NO_STREAM) ? once(in) : live(in);
  }

  private static int once(Invocation in) throws IOException {
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

  /** Goes on until it is interrupted, or until nothing is left of what was named. */
  private static int live(Invocation in) throws IOException {
    boolean named = !in.args().isEmpty();
    LiveText screen = new LiveText(in.streams());
    try (StatsWatch watch = new StatsWatch(in.engine())) {
      if (!named) {
        watch.follow(in.get(ALL));
      }
      (named ? in.args() : ids(in.engine().containers(), in.get(ALL))).forEach(watch::add);
      watch.awaitFirst();
      do {
        List<Sampled> rows = watch.newest();
        screen.show(show(in, rows));
        if (named && rows.stream().allMatch(row -> row.sample() == null)) {
          return ExitCode.SUCCESS;
        }
        watch.pause(INTERVAL);
      } while (true);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private static List<String> ids(Containers containers, boolean all) throws IOException {
    return containers.list(new ListOptions(all, -1, false, null)).stream()
        .map(container -> StatsWatch.shortId(container.id()))
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
