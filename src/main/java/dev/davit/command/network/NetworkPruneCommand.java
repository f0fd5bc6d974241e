package dev.davit.command.network;

import dev.davit.cli.Command;
import dev.davit.cli.CommandContext;
import dev.davit.cli.CommandException;
import dev.davit.cli.Usage;
import dev.davit.cli.complete.Completers;
import dev.davit.cli.flags.Flag;
import dev.davit.command.shared.Preview;
import dev.davit.command.shared.Preview.Candidate;
import dev.davit.command.shared.PruneRunner;
import dev.davit.command.shared.PruneRunner.Pruned;
import dev.davit.engine.Containers.ListOptions;
import dev.davit.engine.model.NetworkSummary;
import dev.davit.gotypes.Timestamps;
import dev.davit.opts.Filters;
import dev.davit.resource.NetworkUsage;
import dev.davit.resource.PruneFilter;
import dev.davit.text.NaturalOrder;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** {@code davit network prune}: removes unused networks. Mirrors cli/command/network/prune.go. */
public final class NetworkPruneCommand implements Command {
  private static final Flag<List<String>> FILTER =
      PruneRunner.FILTER.variant().completes(Completers.NETWORK_PRUNE_FILTER);

  private static final PruneRunner STEPS =
      new PruneRunner("all custom networks not used by at least one container", "Deleted Networks");

  private static final ListOptions RUNNING = new ListOptions(false, 0, false, null);

  private static final List<String> UNUSED = List.of("dangling=true", "type=custom");

  @Override
  public Usage usage() {
    return Usage.exactly(0, "[OPTIONS]");
  }

  @Override
  public List<Flag<?>> flags() {
    return List.of(Preview.DRY_RUN, FILTER, PruneRunner.FORCE, Preview.QUIET);
  }

  @Override
  public int run(CommandContext in) throws IOException {
    if (in.get(Preview.DRY_RUN)) {
      return Preview.print(in, in.get(Preview.QUIET), unused(in));
    }
    String filters = PruneRunner.filters(in, in.get(PruneRunner.FILTER));
    return STEPS.run(in, () -> prune(in, filters));
  }

  private static Pruned prune(CommandContext in, @Nullable String filters) throws IOException {
    List<String> removed = in.engine().networks().prune(filters).networksDeleted();
    return new Pruned(Objects.requireNonNullElse(removed, List.of()), null);
  }

  /**
   * The networks that the engine would remove, by name. Engines of API 1.41 list networks in use as
   * dangling, too.
   */
  private static List<Candidate> unused(CommandContext in) throws IOException {
    PruneFilter filter = filter(in);
    NetworkUsage running = NetworkUsage.by(in.engine().containers().list(RUNNING));
    return in.engine().networks().list(Filters.toJson(UNUSED)).stream()
        .filter(network -> running.of(network.name()).isEmpty())
        .filter(network -> !network.configOnly() && !network.ingress()) // never pruned
        .filter(network -> filter.matches(network.labels(), created(network)))
        .sorted((a, b) -> NaturalOrder.INSTANCE.compare(a.name(), b.name()))
        .map(NetworkPreview::entry)
        .toList();
  }

  private static Instant created(NetworkSummary network) {
    return Objects.requireNonNullElse(NetworkPreview.created(network), Instant.MIN);
  }

  private static PruneFilter filter(CommandContext in) {
    List<String> filters =
        Filters.withConfigured(in.get(PruneRunner.FILTER), in.config().pruneFilters());
    filters.removeIf(String::isEmpty);
    try {
      return PruneFilter.of(filters, new Timestamps(in.app().clock(), in.app().env().get("TZ")));
    } catch (IllegalArgumentException e) {
      throw CommandException.refused(String.valueOf(e.getMessage()));
    }
  }
}
