package dev.davit.command.volume;

import dev.davit.cli.Command;
import dev.davit.cli.CommandContext;
import dev.davit.cli.ExitCode;
import dev.davit.cli.Usage;
import dev.davit.cli.complete.Completer;
import dev.davit.cli.complete.Completers;
import dev.davit.cli.flags.CommonFlags;
import dev.davit.cli.flags.Flag;
import dev.davit.command.shared.ListRunner;
import dev.davit.command.shared.OutputFlags;
import dev.davit.engine.model.VolumeSummary;
import dev.davit.format.Lines;
import dev.davit.format.Listing;
import dev.davit.opts.Filters;
import dev.davit.output.OutputSchema;
import dev.davit.output.SortOrder;
import dev.davit.output.schema.VolumeOutput;
import dev.davit.resource.VolumeColumns;
import dev.davit.text.NaturalOrder;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** {@code davit volume ls}: lists volumes. Mirrors cli/command/volume/list.go. */
public final class VolumeLsCommand implements Command {
  private static final Flag<Boolean> CLUSTER =
      Flag.bool("cluster", "List cluster volumes only, with their columns").since(1, 42);
  private static final Flag<@Nullable List<String>> COLUMNS =
      OutputFlags.columns(() -> VolumeColumns.listing(name -> "", true), () -> schema(null));
  private static final Flag<List<String>> FILTER =
      CommonFlags.filter("dangling=true", Completers.VOLUMES_FILTER);
  private static final Flag<String> FORMAT =
      CommonFlags.FORMAT
          .variant()
          .completes(
              Completer.format("json raw table", () -> VolumeColumns.listing(name -> "", true)));
  private static final Flag<Boolean> QUIET = Flag.bool("quiet", 'q', "Print volume names only");
  private static final Flag<@Nullable SortOrder> SORT = OutputFlags.sort(() -> schema(null));
  private static final Flag<Boolean> USAGE =
      Flag.bool("usage", "Include the names of the containers that mount each volume");

  @Override
  public Usage usage() {
    return Usage.exactly(0, "[OPTIONS]");
  }

  @Override
  public List<Flag<?>> flags() {
    return List.of(CLUSTER, COLUMNS, FILTER, FORMAT, OutputFlags.OUTPUT, QUIET, SORT, USAGE);
  }

  @Override
  public OutputSchema<?> output() {
    return schema(null);
  }

  @Override
  public int run(CommandContext in) throws IOException {
    OutputFlags.requireNoConflict(in, QUIET);
    List<VolumeSummary> volumes =
        new ArrayList<>(in.engine().volumes().list(Filters.toJson(in.get(FILTER))));
    if (in.get(CLUSTER)) {
      volumes.removeIf(volume -> volume.clusterVolume() == null);
    }
    volumes.sort((a, b) -> NaturalOrder.INSTANCE.compare(a.name(), b.name()));
    if (OutputFlags.replaceFormat(in) || in.get(SORT) != null) {
      print(in, volumes);
    } else {
      in.streams().print(lines(in, null).of(volumes));
    }
    return ExitCode.SUCCESS;
  }

  /** Prints volumes by {@code --output}, {@code --columns} and {@code --sort}. */
  private static void print(CommandContext in, List<VolumeSummary> volumes) throws IOException {
    SortOrder order = in.get(SORT);
    boolean used =
        in.get(USAGE)
            || OutputFlags.hasColumn(in, VolumeColumns.CONTAINERS)
            || order != null && order.has(VolumeColumns.CONTAINERS);
    MountingContainers users = used ? MountingContainers.of(in.engine()) : null;
    OutputSchema<VolumeSummary> schema = schema(users);
    Listing<VolumeSummary> listing =
        VolumeColumns.listing(users == null ? name -> "" : users::of, in.get(USAGE))
            .on(in.streams()::outIsTerminal);
    Lines<VolumeSummary> selected = ListRunner.selected(in, () -> schema, listing);
    Lines<VolumeSummary> lines = selected == null ? lines(in, users) : selected;
    in.streams().print(lines.of(ListRunner.sorted(order, () -> schema, volumes)));
  }

  private static OutputSchema<VolumeSummary> schema(@Nullable MountingContainers users) {
    return VolumeOutput.schema(volume -> users == null ? null : users.names(volume.name()));
  }

  /** Returns lines in the format of flags and config.json; as in docker, --cluster overrides it. */
  private static Lines<VolumeSummary> lines(CommandContext in, @Nullable MountingContainers known)
      throws IOException {
    boolean quiet = in.get(QUIET);
    boolean cluster = in.get(CLUSTER);
    String format =
        cluster ? "" : quiet ? in.get(CommonFlags.FORMAT) : ListRunner.format(in, "volumes");
    boolean namesOnly = quiet && Listing.isDefaultTable(format);
    Listing<VolumeSummary> listing = listing(in, namesOnly ? "" : format, !namesOnly, known);
    if (namesOnly) {
      return listing.table(List.of("Name"), false);
    }
    if (format.equals("raw")) {
      return listing.lines(VolumeColumns.raw(quiet, in.get(USAGE)));
    }
    List<String> shown =
        new ArrayList<>(cluster ? VolumeColumns.SHOWN_OF_CLUSTER : VolumeColumns.SHOWN);
    if (in.get(USAGE)) {
      shown.add(VolumeColumns.CONTAINERS);
    }
    return ListRunner.lines(listing, format, shown);
  }

  /** Returns the columns; requests the containers only if the output has them. */
  private static Listing<VolumeSummary> listing(
      CommandContext in, String format, boolean table, @Nullable MountingContainers known)
      throws IOException {
    boolean needed = in.get(USAGE) && table || format.contains('.' + VolumeColumns.CONTAINERS);
    Function<String, String> users =
        known != null ? known::of : needed ? MountingContainers.of(in.engine())::of : name -> "";
    return VolumeColumns.listing(users, in.get(USAGE)).on(in.streams()::outIsTerminal);
  }
}
