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
import dev.davit.command.selection.Selected;
import dev.davit.command.selection.TakesContainers;
import dev.davit.command.shared.ForEachTarget;
import dev.davit.command.shared.ParallelFlag;
import dev.davit.command.shared.WaitFlags;
import dev.davit.engine.Containers;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** {@code davit restart}: restarts containers. Mirrors cli/command/container/restart.go. */
public final class RestartCommand implements TakesContainers {
  private static final ContainerChange CHANGE =
      ContainerChange.destroying("restart", "restarted", ContainerStates.RUNNING);

  @Override
  public Usage usage() {
    return Usage.atLeast(1, "[OPTIONS] CONTAINER [CONTAINER...]");
  }

  @Override
  public List<Flag<?>> flags() {
    List<Flag<?>> flags = new ArrayList<>(StopOptions.FLAGS);
    flags.addFirst(ParallelFlag.PARALLEL);
    flags.add(WaitFlags.WAIT);
    flags.add(WaitFlags.WAIT_TIMEOUT);
    return CHANGE.flagsWith(flags);
  }

  @Override
  public Completer argument(int place, FlagValues given) {
    return Completers.CONTAINER;
  }

  @Override
  public int run(CommandContext in) throws IOException {
    return CHANGE.run(in, selected -> restart(in, selected));
  }

  private static int restart(CommandContext in, List<Selected> selected) throws IOException {
    Containers containers = in.engine().containers();
    StopOptions options = StopOptions.of(in);
    WaitFlags ready = WaitFlags.of(in);
    List<String> errors = new ArrayList<>();
    new ForEachContainer(in, selected)
        .inTurn(
            name -> {
              containers.restart(name, options.signal(), options.timeout());
              ready.afterRestart(name);
            },
            (name, failure) -> {
              if (failure == null) {
                in.streams().println(name);
              } else {
                errors.add(String.valueOf(failure.getMessage()));
              }
            });
    int exitCode = ready.await();
    return Math.max(exitCode, ForEachTarget.exitCode(in.streams(), errors));
  }
}
