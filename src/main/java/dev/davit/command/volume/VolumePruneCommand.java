package dev.davit.command.volume;

import dev.davit.cli.Command;
import dev.davit.cli.CommandContext;
import dev.davit.cli.CommandException;
import dev.davit.cli.ExitCode;
import dev.davit.cli.Usage;
import dev.davit.cli.complete.Completers;
import dev.davit.cli.flags.Flag;
import dev.davit.command.removal.Preview;
import dev.davit.command.removal.Protection;
import dev.davit.command.removal.PrunePlan;
import dev.davit.command.removal.PruneRequests;
import dev.davit.command.removal.PruneRunner;
import dev.davit.engine.Volumes;
import dev.davit.gotypes.GoInt;
import dev.davit.opts.Filters;
import dev.davit.opts.KeyValue;
import dev.davit.resource.ObjectKind;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** {@code davit volume prune}: removes unused volumes. Mirrors cli/command/volume/prune.go. */
public final class VolumePruneCommand implements Command {
  private static final Flag<Boolean> ALL =
      Flag.bool("all", 'a', "Remove all unused volumes, not only anonymous volumes").since(1, 42);

  private static final Flag<List<String>> FILTER =
      PruneRunner.FILTER
          .variant("Filter by condition: KEY=VALUE, for example label!=keep")
          .completes(Completers.VOLUME_PRUNE_FILTER)
          .since(1, 25);

  private static final Flag<Boolean> FORCE = PruneRunner.FORCE.variant().since(1, 25);

  @Override
  public Usage usage() {
    return Usage.exactly(0, "[OPTIONS]");
  }

  @Override
  public List<Flag<?>> flags() {
    return List.of(ALL, Preview.DRY_RUN, FILTER, FORCE, Preview.QUIET, Protection.UNPROTECT);
  }

  @Override
  public int run(CommandContext in) throws IOException {
    List<String> filters =
        new ArrayList<>(PruneRunner.withConfigured(in, in.get(PruneRunner.FILTER)));
    boolean old = in.engine().apiVersion().isBefore(Volumes.PRUNE_KEEPS_NAMED);
    if (in.get(ALL) && !old) {
      if (filters.stream().anyMatch(VolumePruneCommand::isAll)) {
        throw CommandException.refused(
            "conflicting options: cannot specify both --all and --filter all=1");
      }
      filters.add("all=true");
    }
    boolean named = filters.stream().anyMatch(each -> isAll(each) && isTrue(each));
    PrunePlan plan = PrunePlan.of(in, filters.stream().filter(each -> !isAll(each)).toList());
    plan.list(ObjectKind.VOLUME, objects -> objects.volumes(named, false));
    if (plan.isPreview()) {
      return plan.preview(ObjectKind.VOLUME);
    }
    PruneRunner steps =
        new PruneRunner(
            old || in.get(ALL)
                ? "all local volumes not used by at least one container"
                : "anonymous local volumes not used by at least one container",
            PruneRequests.VOLUMES);
    String json = Filters.toJson(filters);
    steps.run(in, plan.request(ObjectKind.VOLUME, () -> PruneRequests.volumes(in.engine(), json)));
    return plan.end();
  }

  private static boolean isAll(String filter) {
    return KeyValue.name(filter).equals("all");
  }

  private static boolean isTrue(String filter) {
    try {
      return GoInt.parseBool(Objects.requireNonNullElse(KeyValue.value(filter), ""));
    } catch (IllegalArgumentException e) {
      throw new CommandException("invalid filter '" + filter + "'", ExitCode.FAILURE, e);
    }
  }
}
