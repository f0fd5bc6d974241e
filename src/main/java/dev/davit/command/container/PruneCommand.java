package dev.davit.command.container;

import dev.davit.cli.Command;
import dev.davit.cli.CommandContext;
import dev.davit.cli.CommandException;
import dev.davit.cli.ExitCode;
import dev.davit.cli.Usage;
import dev.davit.cli.complete.Completer;
import dev.davit.cli.complete.Completers;
import dev.davit.cli.flags.Flag;
import dev.davit.command.shared.InspectRunner;
import dev.davit.engine.model.PruneResult;
import dev.davit.format.Units;
import dev.davit.opts.Filters;
import dev.davit.resource.Inspection;
import dev.davit.template.TemplateException;
import dev.davit.terminal.Confirmation;
import java.io.IOException;
import java.util.List;

/**
 * {@code davit container prune}: removes stopped containers. Mirrors
 * cli/command/container/prune.go.
 */
public final class PruneCommand implements Command {
  private static final Flag<List<String>> FILTER =
      Flag.list(
              "filter",
              (char) 0,
              "filter",
              Filters::parse,
              "Filter by condition: KEY=VALUE, for example until=24h or label!=keep")
          .completes(Completers.PRUNE_FILTER);
  private static final Flag<Boolean> FORCE =
      Flag.bool("force", 'f', "Do not prompt for confirmation");

  private static final Flag<String> FORMAT =
      Flag.string("format", "Format of the result: 'json' or a Go template")
          .completes(Completer.objectFormat("ContainersDeleted SpaceReclaimed"));

  private static final String QUESTION =
      "WARNING! This will remove all stopped containers.\nAre you sure you want to continue?";

  @Override
  public Usage usage() {
    return Usage.exactly(0, "[OPTIONS]");
  }

  @Override
  public List<Flag<?>> flags() {
    return List.of(FILTER, FORCE, FORMAT);
  }

  @Override
  public int run(CommandContext in) throws IOException {
    List<String> filters = Filters.withConfigured(in.get(FILTER), in.config().pruneFilters());
    String format = in.get(FORMAT);
    if (!format.isEmpty()) {
      return formatted(in, filters, InspectRunner.inspection(in, format, true));
    }
    if (!in.get(FORCE) && !Confirmation.isGiven(in.streams(), QUESTION, in.streams().out())) {
      return ExitCode.SUCCESS;
    }
    in.streams().printSent(told(in.engine().containers().prune(Filters.toJson(filters))));
    return ExitCode.SUCCESS;
  }

  /**
   * Prunes with {@code --format}; the prompt goes to standard error, so that standard output holds
   * only the result.
   */
  private static int formatted(CommandContext in, List<String> filters, Inspection shown)
      throws IOException {
    if (!in.get(FORCE) && !Confirmation.isGiven(in.streams(), QUESTION, in.streams().err())) {
      return ExitCode.SUCCESS;
    }
    byte[] result = in.engine().containers().pruneRaw(Filters.toJson(filters));
    try {
      shown.add(result);
    } catch (TemplateException e) {
      throw CommandException.refused(InspectRunner.misfit(e));
    }
    in.streams().out().write(shown.result());
    return ExitCode.SUCCESS;
  }

  static String told(PruneResult result) {
    List<String> deleted =
        result.containersDeleted() == null ? List.of() : result.containersDeleted();
    StringBuilder text = new StringBuilder();
    if (!deleted.isEmpty()) {
      text.append("Deleted Containers:\n");
      deleted.forEach(id -> text.append(id).append('\n'));
      text.append('\n');
    }
    long reclaimed = deleted.isEmpty() ? 0 : result.spaceReclaimed();
    return text.append("Total reclaimed space: ")
        .append(Units.decimal(reclaimed, 4))
        .append('\n')
        .toString();
  }
}
