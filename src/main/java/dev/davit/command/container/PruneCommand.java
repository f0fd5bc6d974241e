package dev.davit.command.container;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.davit.cli.Command;
import dev.davit.cli.CommandContext;
import dev.davit.cli.CommandException;
import dev.davit.cli.Usage;
import dev.davit.cli.complete.Completer;
import dev.davit.cli.flags.Flag;
import dev.davit.command.removal.Preview;
import dev.davit.command.removal.Protection;
import dev.davit.command.removal.PrunePlan;
import dev.davit.command.removal.PrunePreview;
import dev.davit.command.removal.PruneRequests;
import dev.davit.command.removal.PruneRunner;
import dev.davit.command.removal.PruneRunner.Pruned;
import dev.davit.command.shared.InspectRunner;
import dev.davit.opts.Filters;
import dev.davit.output.JsonValues;
import dev.davit.resource.Inspection;
import dev.davit.resource.ObjectKind;
import dev.davit.template.TemplateException;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * {@code davit container prune}: removes stopped containers. Mirrors
 * cli/command/container/prune.go.
 */
public final class PruneCommand implements Command {
  private static final Flag<String> FORMAT =
      Flag.string("format", "Format of the result: 'json' or a Go template")
          .completes(Completer.objectFormat("ContainersDeleted SpaceReclaimed"));

  private static final PruneRunner STEPS =
      new PruneRunner("all stopped containers", PruneRequests.CONTAINERS);

  @Override
  public Usage usage() {
    return Usage.exactly(0, "[OPTIONS]");
  }

  @Override
  public List<Flag<?>> flags() {
    return List.of(
        Preview.DRY_RUN,
        PruneRunner.FILTER,
        PruneRunner.FORCE,
        FORMAT,
        Preview.QUIET,
        Protection.UNPROTECT);
  }

  @Override
  public int run(CommandContext in) throws IOException {
    List<String> filters = PruneRunner.withConfigured(in, in.get(PruneRunner.FILTER));
    PrunePlan plan = PrunePlan.of(in, filters);
    plan.list(ObjectKind.CONTAINER, PrunePreview::containers);
    if (plan.isPreview()) {
      return plan.preview(ObjectKind.CONTAINER);
    }
    String json = Filters.toJson(filters);
    String format = in.get(FORMAT);
    if (format.isEmpty()) {
      STEPS.run(
          in,
          plan.request(ObjectKind.CONTAINER, () -> PruneRequests.containers(in.engine(), json)));
    } else {
      formatted(in, plan, json, InspectRunner.inspection(in, format, true));
    }
    return plan.end();
  }

  /**
   * Prunes with {@code --format}; the prompt goes to standard error, so that standard output holds
   * only the result.
   */
  private static void formatted(
      CommandContext in, PrunePlan plan, @Nullable String filters, Inspection shown)
      throws IOException {
    if (!STEPS.isConfirmed(in, in.streams().err())) {
      return;
    }
    try {
      shown.add(result(in, plan, filters));
    } catch (TemplateException e) {
      throw CommandException.refused(InspectRunner.misfit(e));
    }
    in.streams().out().write(shown.result());
  }

  /** Returns the engine's answer; for listed containers, one as if the engine had pruned them. */
  private static byte[] result(CommandContext in, PrunePlan plan, @Nullable String filters)
      throws IOException {
    if (!plan.isListed(ObjectKind.CONTAINER)) {
      return in.engine().containers().pruneRaw(filters);
    }
    Pruned pruned =
        plan.request(ObjectKind.CONTAINER, () -> PruneRequests.containers(in.engine(), filters))
            .send();
    Map<String, @Nullable Object> result = new LinkedHashMap<>();
    result.put("ContainersDeleted", pruned.removed().isEmpty() ? null : pruned.removed());
    result.put("SpaceReclaimed", pruned.freed());
    return JsonValues.compact(result).getBytes(UTF_8);
  }
}
