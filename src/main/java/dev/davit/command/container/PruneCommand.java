package dev.davit.command.container;

import dev.davit.cli.Command;
import dev.davit.cli.CommandContext;
import dev.davit.cli.CommandException;
import dev.davit.cli.ExitCode;
import dev.davit.cli.Usage;
import dev.davit.cli.complete.Completer;
import dev.davit.cli.flags.Flag;
import dev.davit.command.removal.Preview;
import dev.davit.command.removal.Protection;
import dev.davit.command.removal.PrunePreview;
import dev.davit.command.removal.PruneRequests;
import dev.davit.command.removal.PruneRunner;
import dev.davit.command.shared.InspectRunner;
import dev.davit.resource.Inspection;
import dev.davit.template.TemplateException;
import java.io.IOException;
import java.util.List;
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
    if (PrunePreview.isPrinted(
        in, "container", in.get(PruneRunner.FILTER), PrunePreview::containers)) {
      return ExitCode.SUCCESS;
    }
    String filters = PruneRunner.filters(in, in.get(PruneRunner.FILTER));
    String format = in.get(FORMAT);
    return format.isEmpty()
        ? STEPS.run(in, () -> PruneRequests.containers(in.engine(), filters))
        : formatted(in, filters, InspectRunner.inspection(in, format, true));
  }

  /**
   * Prunes with {@code --format}; the prompt goes to standard error, so that standard output holds
   * only the result.
   */
  private static int formatted(CommandContext in, @Nullable String filters, Inspection shown)
      throws IOException {
    if (!STEPS.isConfirmed(in, in.streams().err())) {
      return ExitCode.SUCCESS;
    }
    byte[] result = in.engine().containers().pruneRaw(filters);
    try {
      shown.add(result);
    } catch (TemplateException e) {
      throw CommandException.refused(InspectRunner.misfit(e));
    }
    in.streams().out().write(shown.result());
    return ExitCode.SUCCESS;
  }
}
