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
import dev.davit.engine.model.VolumeSummary;
import dev.davit.format.Lines;
import dev.davit.format.Listing;
import dev.davit.opts.Filters;
import dev.davit.resource.VolumeColumns;
import dev.davit.text.NaturalOrder;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** {@code davit volume ls}: lists volumes. Mirrors cli/command/volume/list.go. */
public final class VolumeLsCommand implements Command {
  private static final Flag<Boolean> CLUSTER =
      Flag.bool("cluster", "List cluster volumes only, with their columns").since(1, 42);
  private static final Flag<List<String>> FILTER =
      CommonFlags.filter("dangling=true", Completers.VOLUMES_FILTER);
  private static final Flag<String> FORMAT =
      CommonFlags.FORMAT
          .variant()
          .completes(
              Completer.format("json raw table", () -> VolumeColumns.listing(name -> "", true)));
  private static final Flag<Boolean> QUIET = Flag.bool("quiet", 'q', "Print volume names only");
  private static final Flag<Boolean> USAGE =
      Flag.bool("usage", "Include the names of the containers that mount each volume");

  @Override
  public Usage usage() {
    return Usage.exactly(0, "[OPTIONS]");
  }

  @Override
  public List<Flag<?>> flags() {
    return List.of(CLUSTER, FILTER, FORMAT, QUIET, USAGE);
  }

  @Override
  public int run(CommandContext in) throws IOException {
    List<VolumeSummary> volumes =
        new ArrayList<>(in.engine().volumes().list(Filters.toJson(in.get(FILTER))));
    if (in.get(CLUSTER)) {
      volumes.removeIf(volume -> volume.clusterVolume() == null);
    }
    volumes.sort((a, b) -> NaturalOrder.INSTANCE.compare(a.name(), b.name()));
    Lines<VolumeSummary> lines = lines(in);
    for (VolumeSummary volume : volumes) {
      lines.add(volume);
    }
    in.streams().print(lines.text());
    return ExitCode.SUCCESS;
  }

  /** Returns lines in the format of flags and config.json; as in docker, --cluster overrides it. */
  private static Lines<VolumeSummary> lines(CommandContext in) throws IOException {
    boolean quiet = in.get(QUIET);
    boolean cluster = in.get(CLUSTER);
    String format =
        cluster ? "" : quiet ? in.get(CommonFlags.FORMAT) : ListRunner.format(in, "volumes");
    boolean namesOnly = quiet && Listing.isDefaultTable(format);
    Listing<VolumeSummary> listing = listing(in, namesOnly ? "" : format, !namesOnly);
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
  private static Listing<VolumeSummary> listing(CommandContext in, String format, boolean table)
      throws IOException {
    boolean needed = in.get(USAGE) && table || format.contains('.' + VolumeColumns.CONTAINERS);
    Function<String, String> users = needed ? MountingContainers.of(in.engine())::of : name -> "";
    return VolumeColumns.listing(users, in.get(USAGE)).on(in.streams()::outIsTerminal);
  }
}
