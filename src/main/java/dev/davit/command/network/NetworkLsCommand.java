package dev.davit.command.network;

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
import dev.davit.engine.Containers.ListOptions;
import dev.davit.engine.model.NetworkSummary;
import dev.davit.format.Lines;
import dev.davit.format.Listing;
import dev.davit.opts.Filters;
import dev.davit.output.OutputSchema;
import dev.davit.output.SortOrder;
import dev.davit.output.schema.NetworkOutput;
import dev.davit.resource.NetworkColumns;
import dev.davit.resource.NetworkUsage;
import dev.davit.text.NaturalOrder;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** {@code davit network ls}: lists networks. Mirrors cli/command/network/list.go. */
public final class NetworkLsCommand implements Command {
  private static final Flag<@Nullable List<String>> COLUMNS =
      OutputFlags.columns(
          () -> NetworkColumns.listing(true, NetworkUsage.NONE, false),
          () -> schema(NetworkUsage.NONE));
  private static final Flag<List<String>> FILTER =
      CommonFlags.filter("driver=bridge", Completers.NETWORKS_FILTER);
  private static final Flag<String> FORMAT =
      CommonFlags.FORMAT
          .variant()
          .completes(
              Completer.format(
                  "json raw table", () -> NetworkColumns.listing(true, NetworkUsage.NONE, false)));
  private static final Flag<Boolean> NO_TRUNC = Flag.bool("no-trunc", "Do not truncate IDs");
  private static final Flag<Boolean> QUIET = Flag.bool("quiet", 'q', "Print network IDs only");
  private static final Flag<@Nullable SortOrder> SORT =
      OutputFlags.sort(() -> schema(NetworkUsage.NONE));
  private static final Flag<Boolean> USAGE =
      Flag.bool("usage", "Include the names of the containers of each network");

  @Override
  public Usage usage() {
    return Usage.exactly(0, "[OPTIONS]");
  }

  @Override
  public List<Flag<?>> flags() {
    return List.of(COLUMNS, FILTER, FORMAT, NO_TRUNC, OutputFlags.OUTPUT, QUIET, SORT, USAGE);
  }

  @Override
  public OutputSchema<?> output() {
    return schema(NetworkUsage.NONE);
  }

  @Override
  public int run(CommandContext in) throws IOException {
    OutputFlags.requireNoConflict(in, QUIET);
    List<NetworkSummary> networks = in.engine().networks().list(Filters.toJson(in.get(FILTER)));
    networks.sort((a, b) -> NaturalOrder.INSTANCE.compare(a.name(), b.name()));
    String format = in.get(QUIET) ? in.get(CommonFlags.FORMAT) : ListRunner.format(in, "networks");
    NetworkUsage usage = containers(in, format);
    Listing<NetworkSummary> listing =
        NetworkColumns.listing(!in.get(NO_TRUNC), usage, in.get(USAGE))
            .on(in.streams()::outIsTerminal);
    Lines<NetworkSummary> selected = ListRunner.selected(in, () -> schema(usage), listing);
    Lines<NetworkSummary> lines = selected == null ? lines(in, listing, format) : selected;
    in.streams().print(lines.of(ListRunner.sorted(in.get(SORT), () -> schema(usage), networks)));
    return ExitCode.SUCCESS;
  }

  private static OutputSchema<NetworkSummary> schema(NetworkUsage usage) {
    return NetworkOutput.schema(
        network -> usage == NetworkUsage.NONE ? null : usage.names(network.name()));
  }

  /** Requests the containers of networks if the output has them. */
  private static NetworkUsage containers(CommandContext in, String format) throws IOException {
    SortOrder order = in.get(SORT);
    boolean shown =
        format.contains(".Containers")
            || OutputFlags.hasColumn(in, "containers")
            || order != null && order.has("containers")
            || in.get(USAGE) && !(in.get(QUIET) && Listing.isDefaultTable(format));
    return shown
        ? NetworkUsage.by(in.engine().containers().list(new ListOptions(true, 0, false, null)))
        : NetworkUsage.NONE;
  }

  private static Lines<NetworkSummary> lines(
      CommandContext in, Listing<NetworkSummary> listing, String format) throws IOException {
    boolean quiet = in.get(QUIET);
    if (format.equals("raw")) {
      return listing.lines(quiet ? NetworkColumns.RAW_QUIET : NetworkColumns.RAW);
    }
    if (quiet && Listing.isDefaultTable(format)) {
      return listing.table(List.of("ID"), false);
    }
    return ListRunner.lines(
        listing, format, in.get(USAGE) ? NetworkColumns.SHOWN_WITH_USAGE : NetworkColumns.SHOWN);
  }
}
