package dev.davit.command.container;

import dev.davit.cli.CommandContext;
import dev.davit.cli.Usage;
import dev.davit.cli.complete.Completer;
import dev.davit.cli.complete.Completers;
import dev.davit.cli.flags.Flag;
import dev.davit.cli.flags.FlagValues;
import dev.davit.command.selection.ContainerChange;
import dev.davit.command.selection.ContainerStates;
import dev.davit.command.selection.ForEachContainer;
import dev.davit.command.selection.TakesContainers;
import java.io.IOException;
import java.util.List;

/** {@code davit pause}: pauses containers. Mirrors cli/command/container/pause.go. */
public final class PauseCommand implements TakesContainers {
  private static final ContainerChange CHANGE =
      ContainerChange.confirmed("pause", "paused", ContainerStates.UNPAUSED);

  @Override
  public Usage usage() {
    return Usage.atLeast(1, "CONTAINER [CONTAINER...]");
  }

  @Override
  public List<Flag<?>> flags() {
    return CHANGE.flagsWith(List.of());
  }

  @Override
  public Completer argument(int place, FlagValues given) {
    return Completers.UNPAUSED_CONTAINER;
  }

  @Override
  public int run(CommandContext in) throws IOException {
    return CHANGE.run(
        in, selected -> new ForEachContainer(in, selected).atOnce(in.engine().containers()::pause));
  }
}
