package dev.davit.command.network;

import dev.davit.cli.Command;
import dev.davit.cli.CommandContext;
import dev.davit.cli.Usage;
import dev.davit.cli.complete.Completers;
import dev.davit.cli.flags.Flag;
import dev.davit.command.shared.PruneRunner;
import dev.davit.command.shared.PruneRunner.Pruned;
import java.io.IOException;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** {@code davit network prune}: removes unused networks. Mirrors cli/command/network/prune.go. */
public final class NetworkPruneCommand implements Command {
  private static final Flag<List<String>> FILTER =
      PruneRunner.FILTER.variant().completes(Completers.NETWORK_PRUNE_FILTER);

  private static final PruneRunner STEPS =
      new PruneRunner("all custom networks not used by at least one container", "Deleted Networks");

  @Override
  public Usage usage() {
    return Usage.exactly(0, "[OPTIONS]");
  }

  @Override
  public List<Flag<?>> flags() {
    return List.of(FILTER, PruneRunner.FORCE);
  }

  @Override
  public int run(CommandContext in) throws IOException {
    String filters = PruneRunner.filters(in, in.get(PruneRunner.FILTER));
    return STEPS.run(in, () -> prune(in, filters));
  }

  private static Pruned prune(CommandContext in, @Nullable String filters) throws IOException {
    List<String> removed = in.engine().networks().prune(filters).networksDeleted();
    return new Pruned(Objects.requireNonNullElse(removed, List.of()), null);
  }
}
