package dev.davit.command.container;

import dev.davit.cli.CommandContext;
import dev.davit.cli.CommandException;
import dev.davit.cli.ExitCode;
import dev.davit.cli.Usage;
import dev.davit.cli.complete.Completer;
import dev.davit.cli.complete.Completers;
import dev.davit.cli.flags.CommonFlags;
import dev.davit.cli.flags.Flag;
import dev.davit.cli.flags.FlagValues;
import dev.davit.command.selection.ContainerSelection;
import dev.davit.command.selection.ContainerStates;
import dev.davit.command.selection.Selected;
import dev.davit.command.selection.SelectionFlags;
import dev.davit.command.selection.TakesContainers;
import dev.davit.command.shared.ForEachTarget;
import dev.davit.command.shared.InParallel;
import dev.davit.command.shared.InParallel.Pending;
import dev.davit.command.shared.ListRunner;
import dev.davit.command.shared.OutputFlags;
import dev.davit.engine.Containers;
import dev.davit.engine.Containers.ListOptions;
import dev.davit.engine.http.JsonStream;
import dev.davit.engine.model.ContainerStats;
import dev.davit.format.Lines;
import dev.davit.format.Listing;
import dev.davit.output.OutputLines;
import dev.davit.output.OutputSchema;
import dev.davit.output.SortOrder;
import dev.davit.output.schema.StatsOutput;
import dev.davit.resource.StatsColumns;
import dev.davit.resource.StatsColumns.Sampled;
import dev.davit.terminal.LiveText;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/**
 * {@code davit stats}: shows the resource usage of containers. Mirrors
 * cli/command/container/stats.go.
 */
public final class StatsCommand implements TakesContainers {
  /** The interval of updates, which is docker's. */
  private static final Duration INTERVAL = Duration.ofMillis(500);

  private static final Flag<Boolean> ALL = Flag.bool("all", 'a', "Include stopped containers");
  private static final Flag<@Nullable List<String>> COLUMNS =
      OutputFlags.columns(() -> StatsColumns.listing(true), () -> StatsOutput.SCHEMA);
  private static final Flag<Boolean> NO_STREAM =
      Flag.bool("no-stream", "Print one sample and exit");
  private static final Flag<Boolean> NO_TRUNC =
      Flag.bool("no-trunc", "Do not truncate container IDs");
  private static final Flag<Boolean> ONE_SHOT =
      Flag.bool("one-shot", "Print one sample without CPU usage, which is faster, and exit")
          .since(1, 41);
  private static final Flag<Boolean> RAW =
      Flag.bool("raw", "Print the engine's samples unchanged, one line of JSON each");
  private static final Flag<@Nullable SortOrder> SORT = OutputFlags.sort(() -> StatsOutput.SCHEMA);

  private static final Flag<String> FORMAT =
      CommonFlags.FORMAT
          .variant()
          .completes(Completer.format("json table", () -> StatsColumns.listing(true)));

  @Override
  public Usage usage() {
    return Usage.atLeast(0, "[OPTIONS] [CONTAINER...]");
  }

  @Override
  public List<Flag<?>> flags() {
    return SelectionFlags.with(
        List.of(SelectionFlags.FILTER, SelectionFlags.IGNORE, SelectionFlags.LATEST),
        List.of(
            ALL, COLUMNS, FORMAT, NO_STREAM, NO_TRUNC, ONE_SHOT, OutputFlags.OUTPUT, RAW, SORT));
  }

  @Override
  public Completer argument(int place, FlagValues given) {
    return Completers.RUNNING_CONTAINER;
  }

  @Override
  public OutputSchema<?> output() {
    return StatsOutput.SCHEMA;
  }

  @Override
  public int run(CommandContext typed) throws IOException {
    boolean raw = typed.get(RAW);
    if (raw && typed.flags().given(CommonFlags.FORMAT)) {
      throw CommandException.conflict("--format", "--raw");
    }
    OutputFlags.requireNoConflict(typed, RAW);
    if (raw && typed.get(SORT) != null) {
      throw CommandException.conflict("--raw", "--sort");
    }
    if (typed.args().isEmpty() && !SelectionFlags.select(typed.flags())) {
      return run(typed, raw);
    }
    ContainerStates states = typed.get(ALL) ? ContainerStates.ANY : ContainerStates.RUNNING;
    List<String> names =
        ContainerSelection.affected(ContainerSelection.of(typed), states).stream()
            .map(Selected::name)
            .toList();
    return names.isEmpty() ? ExitCode.SUCCESS : run(typed.withArgs(names), raw);
  }

  private static int run(CommandContext in, boolean raw) throws IOException {
    if (in.get(NO_STREAM) || in.get(ONE_SHOT)) {
      return raw ? onceRaw(in) : once(in);
    }
    return raw ? liveRaw(in) : in.get(OutputFlags.OUTPUT) == null ? live(in) : liveOutput(in);
  }

  private static int once(CommandContext in) throws IOException {
    Containers containers = in.engine().containers();
    List<String> failures = new ArrayList<>();
    List<Sampled> rows = new ArrayList<>();
    for (Pending<Optional<ContainerStats>> pending :
        InParallel.startAll(
            names(in), n -> firstOf(containers.stats(n, false, in.get(ONE_SHOT))))) {
      try {
        ContainerStats sample = pending.get().orElse(null);
        if (sample == null && !in.args().isEmpty()) {
          failures.add(none(pending.target()));
        }
        rows.add(new Sampled(pending.target(), sample, !in.get(ONE_SHOT)));
      } catch (IOException e) {
        failures.add(String.valueOf(e.getMessage()));
      }
    }
    if (failures.isEmpty() || in.args().isEmpty()) {
      in.print(show(in, rows));
    }
    return ForEachTarget.exitCode(in.streams(), failures);
  }

  private static int onceRaw(CommandContext in) throws IOException {
    Containers containers = in.engine().containers();
    List<String> errors =
        ForEachTarget.collect(
            InParallel.startAll(
                names(in), n -> only(containers.statsRaw(n, false, in.get(ONE_SHOT)), n)),
            (n, sample) -> printLine(in, sample));
    return ForEachTarget.exitCode(in.streams(), errors);
  }

  private static synchronized void printLine(CommandContext in, byte[] json) throws IOException {
    byte[] line = Arrays.copyOf(json, json.length + 1);
    line[json.length] = '\n';
    in.streams().printSentJson(line);
  }

  private static int live(CommandContext in) throws IOException {
    LiveText screen = new LiveText(in.streams());
    Containers containers = in.engine().containers();
    return watch(
        in,
        n -> containers.stats(n, true, false),
        (n, sample) -> {},
        watch -> {
          List<Sampled> rows = new ArrayList<>();
          watch.readAll((n, sample) -> rows.add(new Sampled(n, sample, true)));
          show(in, screen, show(in, rows));
          return rows.stream().anyMatch(row -> row.sample() != null);
        });
  }

  /** Prints each sample as it arrives, by {@code --output}. */
  private static int liveOutput(CommandContext in) throws IOException {
    if (in.get(SORT) != null) {
      throw CommandException.refused("--sort needs --no-stream together with --output");
    }
    OutputLines<Sampled> lines = ListRunner.output(in, StatsOutput.SCHEMA);
    Containers containers = in.engine().containers();
    int exitCode =
        watch(
            in,
            n -> containers.stats(n, true, false),
            (n, sample) -> {
              if (sample != null) {
                print(in, lines, new Sampled(n, sample, true));
              }
            },
            watch -> {
              AtomicBoolean any = new AtomicBoolean();
              watch.readAll((n, sample) -> any.compareAndSet(false, sample != null));
              return any.get();
            });
    in.streams().print(lines.text());
    return exitCode;
  }

  private static synchronized void print(CommandContext in, OutputLines<Sampled> lines, Sampled row)
      throws IOException {
    lines.add(row);
    in.streams().print(lines.taken());
  }

  private static int liveRaw(CommandContext in) throws IOException {
    Containers containers = in.engine().containers();
    return watch(
        in,
        n -> containers.statsRaw(n, true, false),
        (n, sample) -> {
          if (sample != null) {
            printLine(in, sample);
          }
        },
        watch -> {
          AtomicBoolean any = new AtomicBoolean();
          watch.readAll((n, sample) -> any.compareAndSet(false, sample != null));
          return any.get();
        });
  }

  /** Reads the samples of all watched containers; returns whether any has one. */
  private interface Look<S> {
    boolean at(StatsWatch<S> watch) throws IOException;
  }

  /** Updates until interrupted or, if containers are named, until all their streams have ended. */
  private static <S> int watch(
      CommandContext in, StatsWatch.Source<S> source, StatsWatch.Reader<S> arrived, Look<S> look)
      throws IOException {
    boolean named = !in.args().isEmpty();
    try (StatsWatch<S> watch = new StatsWatch<>(in.engine(), source, arrived)) {
      if (!named) {
        watch.follow(in.get(ALL));
      }
      names(in).forEach(watch::add);
      watch.awaitFirst();
      while (look.at(watch) || !named) {
        watch.pause(INTERVAL);
      }
      return ExitCode.SUCCESS;
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The names given, or else the short IDs of all listed containers. */
  private static List<String> names(CommandContext in) throws IOException {
    if (!in.args().isEmpty()) {
      return in.args();
    }
    return in.engine().containers().list(new ListOptions(in.get(ALL), -1, false, null)).stream()
        .map(container -> StatsWatch.shortId(container.id()))
        .toList();
  }

  private static <S> Optional<S> firstOf(JsonStream<S> stream) throws IOException {
    try (stream) {
      return Optional.ofNullable(stream.next());
    }
  }

  private static <S> S only(JsonStream<S> stream, String name) throws IOException {
    return firstOf(stream).orElseThrow(() -> new IOException(none(name)));
  }

  private static String none(String name) {
    return "the engine sent no statistics for " + name;
  }

  private static void show(CommandContext in, LiveText screen, Lines<Sampled> lines)
      throws IOException {
    CharSequence rows = in.joint() == null ? null : lines.rows();
    if (in.joint() == null) {
      screen.show(lines.text());
    } else if (rows == null) {
      in.streams().print(lines.text());
    } else {
      in.joint().liveTable(rows);
    }
  }

  private static Lines<Sampled> show(CommandContext in, List<Sampled> rows) throws IOException {
    Listing<Sampled> listing =
        StatsColumns.listing(!in.get(NO_TRUNC)).on(in.streams()::outIsTerminal);
    Lines<Sampled> selected = ListRunner.selected(in, () -> StatsOutput.SCHEMA, listing);
    Lines<Sampled> lines =
        selected == null
            ? ListRunner.lines(listing, ListRunner.format(in, "stats"), StatsColumns.SHOWN)
            : selected;
    for (Sampled row : ListRunner.sorted(in.get(SORT), () -> StatsOutput.SCHEMA, rows)) {
      lines.add(row);
    }
    return lines;
  }
}
