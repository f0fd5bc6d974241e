package dev.davit.command.network;

import dev.davit.cli.Command;
import dev.davit.cli.CommandContext;
import dev.davit.cli.Usage;
import dev.davit.cli.complete.Completers;
import dev.davit.cli.flags.Flag;
import dev.davit.command.removal.Preview;
import dev.davit.command.removal.Protection;
import dev.davit.command.removal.PrunePlan;
import dev.davit.command.removal.PrunePreview;
import dev.davit.command.removal.PruneRequests;
import dev.davit.command.removal.PruneRunner;
import dev.davit.command.removal.PruneRunner.Pruned;
import dev.davit.resource.ObjectKind;
import java.io.IOException;
import java.util.List;

/** {@code davit network prune}: removes unused networks. Mirrors cli/command/network/prune.go. */
public final class NetworkPruneCommand implements Command {
  private static final Flag<List<String>> FILTER =
      PruneRunner.FILTER.variant().completes(Completers.NETWORK_PRUNE_FILTER);

  private static final PruneRunner STEPS =
      new PruneRunner(
          "all custom networks not used by at least one container", PruneRequests.NETWORKS);

  @Override
  public Usage usage() {
    return Usage.exactly(0, "[OPTIONS]");
  }

  @Override
  public List<Flag<?>> flags() {
    return List.of(Preview.DRY_RUN, FILTER, PruneRunner.FORCE, Preview.QUIET, Protection.UNPROTECT);
  }

  @Override
  public int run(CommandContext in) throws IOException {
    List<String> given = in.get(PruneRunner.FILTER);
    PrunePlan plan = PrunePlan.of(in, PruneRunner.withConfigured(in, given));
    plan.list(ObjectKind.NETWORK, PrunePreview::networks);
    if (plan.isPreview()) {
      return plan.preview(ObjectKind.NETWORK);
    }
    String filters = PruneRunner.filters(in, given);
    if (STEPS.isConfirmed(in, in.streams().out())) {
      Pruned pruned =
          plan.request(ObjectKind.NETWORK, () -> PruneRequests.networks(in.engine(), filters))
              .send();
      in.streams().printSent(PruneRunner.block(STEPS.heading(), pruned)); // no line about space
    }
    return plan.end();
  }
}
