package dev.davit.command.container;

import dev.davit.cli.CommandContext;
import dev.davit.cli.CommandException;
import dev.davit.cli.Usage;
import dev.davit.cli.complete.Completer;
import dev.davit.cli.complete.Completers;
import dev.davit.cli.flags.Flag;
import dev.davit.cli.flags.FlagGroup;
import dev.davit.cli.flags.FlagValues;
import dev.davit.cli.flags.UpdateFlags;
import dev.davit.command.replace.RecreatingUpdate;
import dev.davit.command.selection.ContainerChange;
import dev.davit.command.selection.ContainerStates;
import dev.davit.command.selection.ForEachContainer;
import dev.davit.command.selection.Selected;
import dev.davit.command.selection.TakesContainers;
import dev.davit.command.shared.ForEachTarget;
import dev.davit.command.shared.ParallelFlag;
import dev.davit.engine.model.UpdateConfig;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * {@code davit update}: updates resource limits of containers. Mirrors
 * cli/command/container/update.go.
 */
public final class UpdateCommand implements TakesContainers {
  private static final ContainerChange CHANGE =
      ContainerChange.confirmed("update", "updated", ContainerStates.ANY);

  private static final List<Flag<?>> FLAGS =
      CHANGE.flagsWith(
          Stream.of(
                  UpdateFlags.ALL.stream(),
                  Stream.of(ParallelFlag.PARALLEL),
                  RecreatingUpdate.flags().stream())
              .flatMap(flags -> flags)
              .toList());

  @Override
  public Usage usage() {
    return Usage.atLeast(1, "[OPTIONS] CONTAINER [CONTAINER...]");
  }

  @Override
  public List<Flag<?>> flags() {
    return FLAGS;
  }

  @Override
  public List<FlagGroup> flagGroups() {
    return RecreatingUpdate.groups(FLAGS);
  }

  @Override
  public Completer argument(int place, FlagValues given) {
    return Completers.CONTAINER;
  }

  @Override
  public int run(CommandContext in) throws IOException {
    if (RecreatingUpdate.isGiven(in)) {
      return RecreatingUpdate.run(in);
    }
    UpdateConfig config = config(in);
    return CHANGE.run(in, selected -> update(in, config, selected));
  }

  private static int update(CommandContext in, UpdateConfig config, List<Selected> selected)
      throws IOException {
    warnOfUnchanged(in);
    List<String> warnings = new ArrayList<>();
    List<String> errors =
        new ForEachContainer(in, selected)
            .collectInTurn(
                name -> in.engine().containers().update(name, config),
                (name, result) -> {
                  in.streams().println(name);
                  if (result.warnings() != null) {
                    warnings.addAll(result.warnings());
                  }
                });
    if (!warnings.isEmpty()) {
      in.streams().printSent(String.join("\n", warnings) + '\n');
    }
    return ForEachTarget.exitCode(in.streams(), errors);
  }

  private static void warnOfUnchanged(CommandContext in) {
    List<String> values = UpdateFlags.unchanging(in.flags());
    if (!values.isEmpty()) {
      in.streams()
          .error("WARNING: the engine takes " + String.join(", ", values) + " as unchanged");
    }
  }

  private static UpdateConfig config(CommandContext in) {
    if (UpdateFlags.ALL.stream().noneMatch(in.flags()::given)) {
      throw CommandException.refused("you must provide one or more flags when using this command");
    }
    try {
      return UpdateFlags.toConfig(in.flags());
    } catch (IllegalArgumentException e) {
      throw CommandException.refused(String.valueOf(e.getMessage()));
    }
  }
}
