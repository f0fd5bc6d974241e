package dev.davit.command.container;

import dev.davit.cli.CommandContext;
import dev.davit.cli.Usage;
import dev.davit.cli.complete.Completer;
import dev.davit.cli.complete.Completers;
import dev.davit.cli.flags.CommonFlags;
import dev.davit.cli.flags.Flag;
import dev.davit.cli.flags.FlagValues;
import dev.davit.command.selection.ContainerChange;
import dev.davit.command.selection.ContainerStates;
import dev.davit.command.selection.ForEachContainer;
import dev.davit.command.selection.TakesContainers;
import dev.davit.engine.Containers;
import java.io.IOException;
import java.util.List;

/** {@code davit kill}: sends a signal to containers. Mirrors cli/command/container/kill.go. */
public final class KillCommand implements TakesContainers {
  private static final ContainerChange CHANGE =
      ContainerChange.destroying("kill", "killed or signaled", ContainerStates.RUNNING);

  private static final Flag<String> SIGNAL =
      CommonFlags.signal("Signal to send: NAME or NUMBER (default SIGKILL)");

  @Override
  public Usage usage() {
    return Usage.atLeast(1, "[OPTIONS] CONTAINER [CONTAINER...]");
  }

  @Override
  public List<Flag<?>> flags() {
    return CHANGE.flagsWith(List.of(SIGNAL));
  }

  @Override
  public Completer argument(int place, FlagValues given) {
    return Completers.RUNNING_CONTAINER;
  }

  @Override
  public int run(CommandContext in) throws IOException {
    Containers containers = in.engine().containers();
    return CHANGE.run(
        in,
        selected ->
            new ForEachContainer(in, selected)
                .atOnce(name -> containers.kill(name, in.get(SIGNAL))));
  }
}
