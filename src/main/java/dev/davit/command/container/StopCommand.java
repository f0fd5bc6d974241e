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
import dev.davit.engine.Containers;
import java.io.IOException;
import java.util.List;

/** {@code davit stop}: stops running containers. Mirrors cli/command/container/stop.go. */
public final class StopCommand implements TakesContainers {
  private static final ContainerChange CHANGE =
      ContainerChange.destroying("stop", "stopped", ContainerStates.RUNNING);

  @Override
  public Usage usage() {
    return Usage.atLeast(1, "[OPTIONS] CONTAINER [CONTAINER...]");
  }

  @Override
  public List<Flag<?>> flags() {
    return CHANGE.flagsWith(StopOptions.FLAGS);
  }

  @Override
  public Completer argument(int place, FlagValues given) {
    return Completers.RUNNING_CONTAINER;
  }

  @Override
  public int run(CommandContext in) throws IOException {
    Containers containers = in.engine().containers();
    StopOptions options = StopOptions.of(in);
    return CHANGE.run(
        in,
        selected ->
            new ForEachContainer(in, selected)
                .atOnce(name -> containers.stop(name, options.signal(), options.timeout())));
  }
}
