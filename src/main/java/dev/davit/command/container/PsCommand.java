package dev.davit.command.container;

import dev.davit.cli.Command;
import dev.davit.cli.CommandContext;
import dev.davit.cli.CommandException;
import dev.davit.cli.ExitCode;
import dev.davit.cli.Usage;
import dev.davit.cli.complete.Completer;
import dev.davit.cli.complete.Completers;
import dev.davit.cli.flags.CommonFlags;
import dev.davit.cli.flags.Flag;
import dev.davit.command.selection.ContainerSelection;
import dev.davit.command.shared.ForEachTarget;
import dev.davit.command.shared.InParallel;
import dev.davit.command.shared.InParallel.Pending;
import dev.davit.command.shared.InspectRunner;
import dev.davit.command.shared.ListRunner;
import dev.davit.command.shared.OutputFlags;
import dev.davit.engine.Containers.ListOptions;
import dev.davit.engine.http.ApiResponse.Elements;
import dev.davit.engine.http.EngineException;
import dev.davit.engine.model.ContainerSummary;
import dev.davit.format.Lines;
import dev.davit.format.Listing;
import dev.davit.gotypes.GoInt;
import dev.davit.output.OutputSchema;
import dev.davit.output.SortOrder;
import dev.davit.output.schema.ContainerOutput;
import dev.davit.resource.ContainerColumns;
import dev.davit.resource.Inspection;
import dev.davit.resource.ObjectKind;
import dev.davit.select.ContainerFilter;
import dev.davit.template.TemplateException;
import java.io.IOException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** {@code davit ps}: lists containers. Mirrors cli/command/container/list.go. */
public final class PsCommand implements Command {
  public static final Flag<Boolean> ALL = Flag.bool("all", 'a', "Include stopped containers");
  private static final Flag<@Nullable List<String>> COLUMNS =
      OutputFlags.columns(
          () -> ContainerColumns.listing(true, InstantSource.system()),
          () -> ContainerOutput.schema(true));
  public static final Flag<List<String>> FILTER =
      Flag.list(
              "filter",
              'f',
              "filter",
              ContainerFilter::parse,
              "Filter by condition: KEY=VALUE, for example status=exited, 'age>2h' or label!=app")
          .completes(Completers.PS_FILTER);
  private static final Flag<String> FORMAT =
      CommonFlags.FORMAT
          .variant()
          .completes(
              Completer.format(
                  "json raw table", () -> ContainerColumns.listing(true, InstantSource.system())));
  private static final Flag<Boolean> FULL =
      Flag.bool(
          "full",
          "Print the inspect output of each container: one line of JSON, or formatted by --format");
  private static final Flag<@Nullable Long> LAST =
      Flag.value(
          "last",
          'n',
          "int",
          GoInt::parseInt,
          "Show the N most recently created containers, in any state (default -1, no limit)");
  private static final Flag<Boolean> LATEST =
      Flag.bool("latest", 'l', "Show the most recently created container, in any state");
  public static final Flag<Boolean> NO_TRUNC =
      Flag.bool("no-trunc", "Do not truncate IDs, commands or mounts");
  public static final Flag<Boolean> QUIET = Flag.bool("quiet", 'q', "Print container IDs only");
  private static final Flag<Boolean> SIZE = Flag.bool("size", 's', "Include disk usage (slow)");
  private static final Flag<@Nullable SortOrder> SORT =
      OutputFlags.sort(() -> ContainerOutput.schema(true));

  @Override
  public Usage usage() {
    return Usage.exactly(0, "[OPTIONS]");
  }

  @Override
  public List<Flag<?>> flags() {
    return List.of(
        ALL,
        COLUMNS,
        FILTER,
        FORMAT,
        FULL,
        LAST,
        LATEST,
        NO_TRUNC,
        OutputFlags.OUTPUT,
        QUIET,
        SIZE,
        SORT);
  }

  @Override
  public OutputSchema<?> output() {
    return ContainerOutput.schema(true);
  }

  @Override
  public int run(CommandContext in) throws IOException {
    OutputFlags.requireNoConflict(in, FULL, QUIET);
    if (in.get(FULL)) {
      return full(in);
    }
    String format = format(in);
    Listing<ContainerSummary> listing =
        ContainerColumns.listing(!in.get(NO_TRUNC), in.app().clock())
            .on(in.streams()::outIsTerminal);
    boolean size = withSize(in, listing, format);
    // created only if used, as it would slow down every ps
    boolean typed = OutputFlags.replaceFormat(in) || in.get(SORT) != null;
    OutputSchema<ContainerSummary> schema = typed ? ContainerOutput.schema(size) : null;
    Lines<ContainerSummary> selected =
        schema == null ? null : ListRunner.selected(in, () -> schema, listing);
    Lines<ContainerSummary> lines = selected == null ? lines(in, listing, format) : selected;
    list(in, size, schema, lines);
    if (in.get(QUIET)) {
      in.printNames(lines.text());
    } else {
      in.print(lines);
    }
    return ExitCode.SUCCESS;
  }

  /** Adds the containers to the lines: in the engine's order as they arrive, or sorted. */
  private static void list(
      CommandContext in,
      boolean size,
      @Nullable OutputSchema<ContainerSummary> schema,
      Lines<ContainerSummary> lines)
      throws IOException {
    if (schema == null || in.get(SORT) == null) {
      list(in, size, lines::add);
      return;
    }
    List<ContainerSummary> all = new ArrayList<>();
    list(in, size, all::add);
    for (ContainerSummary container : ListRunner.sorted(in.get(SORT), () -> schema, all)) {
      lines.add(container);
    }
  }

  /** Lists containers; with filters that the client decides, it also applies the limit. */
  private static void list(CommandContext in, boolean size, Elements<ContainerSummary> each)
      throws IOException {
    long last = Objects.requireNonNullElse(in.get(LAST), -1L);
    long limit = in.get(LATEST) && last == -1 ? 1 : last;
    ContainerFilter filter = filter(in);
    if (filter.isForEngineOnly()) {
      ListOptions options = new ListOptions(in.get(ALL), limit, size, filter.json());
      in.engine().containers().list(options, each);
      return;
    }
    boolean all = in.get(ALL) || limit > 0 || filter.isInAnyState();
    ListOptions options = new ListOptions(all, 0, size || filter.needsSize(), filter.json());
    List<ContainerSummary> listed = in.engine().containers().list(options);
    List<ContainerSummary> matching = ContainerSelection.matching(in, filter, listed);
    for (ContainerSummary container :
        matching.subList(0, limit > 0 ? (int) Math.min(limit, matching.size()) : matching.size())) {
      each.add(container);
    }
  }

  private static ContainerFilter filter(CommandContext in) {
    try {
      return ContainerFilter.ofList(in.get(FILTER), in.app().clock().instant());
    } catch (IllegalArgumentException e) {
      throw new CommandException(String.valueOf(e.getMessage()), ExitCode.FAILURE, e);
    }
  }

  /** Inspects all listed containers; skips containers that were removed meanwhile. */
  private static int full(CommandContext in) throws IOException {
    if (in.get(QUIET)) {
      throw CommandException.conflict("--full", "--quiet");
    }
    if (in.get(SORT) != null) {
      throw CommandException.conflict("--full", "--sort");
    }
    Inspection shown = InspectRunner.inspection(in, in.get(CommonFlags.FORMAT), true);
    List<String> ids = new ArrayList<>();
    list(in, false, container -> ids.add(container.id()));
    List<String> errors = new ArrayList<>();
    for (Pending<byte[]> pending :
        InParallel.start(ids, id -> in.engine().containers().inspectRaw(id, in.get(SIZE)))) {
      try {
        shown.add(pending.get(), ObjectKind.CONTAINER.type());
      } catch (EngineException e) {
        if (!e.isNotFound()) {
          errors.add(String.valueOf(e.getMessage()));
        }
      } catch (TemplateException e) {
        errors.add(InspectRunner.misfit(e));
      }
    }
    in.streams().out().write(shown.result());
    return ForEachTarget.exitCode(in.streams(), errors);
  }

  /**
   * Whether to request sizes: as given, by default if the template, a column or the order uses
   * them. Checks the template in either case.
   */
  private static boolean withSize(
      CommandContext in, Listing<ContainerSummary> listing, String format) throws IOException {
    boolean used = listing.fieldsUsed(format, ContainerSummary.NONE).contains("Size");
    if (in.flags().given(SIZE)) {
      return in.get(SIZE);
    }
    SortOrder order = in.get(SORT);
    boolean shown = OutputFlags.hasColumn(in, "size") || OutputFlags.hasColumn(in, "rootSize");
    boolean sorted = order != null && (order.has("size") || order.has("rootSize"));
    return shown || sorted || used && !in.get(QUIET);
  }

  private static String format(CommandContext in) {
    if (in.get(QUIET) && !in.get(CommonFlags.FORMAT).isEmpty()) {
      in.streams()
          .error("WARNING: Ignoring custom format, because both --format and --quiet are set.");
    }
    return ListRunner.format(in, "ps");
  }

  private static Lines<ContainerSummary> lines(
      CommandContext in, Listing<ContainerSummary> listing, String format) throws IOException {
    if (format.equals("raw")) {
      return listing.lines(ContainerColumns.raw(in.get(QUIET), in.get(SIZE)));
    }
    if (in.get(QUIET)) {
      return listing.table(List.of("ID"), false);
    }
    List<String> shown = new ArrayList<>(ContainerColumns.SHOWN);
    if (in.get(SIZE)) {
      shown.add("Size");
    }
    return ListRunner.lines(listing, format, shown);
  }
}
