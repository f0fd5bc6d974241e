package dev.davit.command.container;

import dev.davit.cli.CommandContext;
import dev.davit.cli.CommandException;
import dev.davit.cli.ExitCode;
import dev.davit.cli.Usage;
import dev.davit.cli.complete.Completer;
import dev.davit.cli.complete.Completers;
import dev.davit.cli.flags.CommonFlags;
import dev.davit.cli.flags.Flag;
import dev.davit.cli.flags.FlagValues;
import dev.davit.command.selection.ContainerChange;
import dev.davit.command.selection.ContainerStates;
import dev.davit.command.selection.ForEachContainer;
import dev.davit.command.selection.Selected;
import dev.davit.command.selection.TakesContainers;
import dev.davit.command.shared.AttachFlags;
import dev.davit.command.shared.ParallelFlag;
import dev.davit.command.shared.WaitFlags;
import dev.davit.engine.AttachOptions;
import dev.davit.engine.Containers;
import dev.davit.engine.Containers.Checkpoint;
import dev.davit.engine.model.ContainerDetails;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** {@code davit start}: starts stopped containers. Mirrors cli/command/container/start.go. */
public final class StartCommand implements TakesContainers {
  private static final ContainerChange CHANGE =
      ContainerChange.harmless("start", "started", ContainerStates.STOPPED);

  private static final Flag<Boolean> ATTACH =
      Flag.bool("attach", 'a', "Attach STDOUT and STDERR and forward signals");
  private static final Flag<String> CHECKPOINT =
      Flag.string("checkpoint", "Restore the container from this checkpoint").experimental();
  private static final Flag<String> CHECKPOINT_DIR =
      Flag.string("checkpoint-dir", "Directory of the checkpoint")
          .completes(Completers.DIRECTORY)
          .experimental();
  private static final Flag<Boolean> INTERACTIVE =
      Flag.bool("interactive", 'i', "Attach the client's STDIN to the container");

  @Override
  public Usage usage() {
    return Usage.atLeast(1, "[OPTIONS] CONTAINER [CONTAINER...]");
  }

  @Override
  public List<Flag<?>> flags() {
    return CHANGE.flagsWith(
        List.of(
            ATTACH,
            CHECKPOINT,
            CHECKPOINT_DIR,
            CommonFlags.DETACH_KEYS,
            INTERACTIVE,
            ParallelFlag.PARALLEL,
            WaitFlags.WAIT,
            WaitFlags.WAIT_TIMEOUT));
  }

  @Override
  public Completer argument(int place, FlagValues given) {
    return Completers.STOPPED_CONTAINER;
  }

  @Override
  public String needsOneEngine(CommandContext in) {
    return in.get(ATTACH) || in.get(INTERACTIVE)
        ? "you cannot start and attach multiple containers at once"
        : "";
  }

  @Override
  public int run(CommandContext in) throws IOException {
    return CHANGE.run(in, selected -> start(in, selected));
  }

  private static int start(CommandContext in, List<Selected> selected) throws IOException {
    if (selected.isEmpty()) {
      return ExitCode.SUCCESS;
    }
    boolean several = selected.size() > 1;
    String first = selected.getFirst().argument();
    WaitFlags ready = WaitFlags.of(in);
    if (in.get(ATTACH) || in.get(INTERACTIVE)) {
      if (ready.isGiven()) {
        throw CommandException.conflict(in.get(ATTACH) ? "--attach" : "--interactive", "--wait");
      }
      if (several) {
        throw CommandException.refused("you cannot start and attach multiple containers at once");
      }
      return startAttached(in, first);
    }
    Checkpoint checkpoint = checkpoint(in);
    if (several && !checkpoint.id().isEmpty()) {
      throw CommandException.refused("you cannot restore multiple containers at once");
    }
    return checkpoint.id().isEmpty()
        ? startAll(in, selected, ready)
        : restore(in, first, checkpoint, ready);
  }

  private static Checkpoint checkpoint(CommandContext in) {
    return new Checkpoint(in.get(CHECKPOINT), in.get(CHECKPOINT_DIR));
  }

  private static int restore(
      CommandContext in, String container, Checkpoint checkpoint, WaitFlags ready)
      throws IOException {
    ready.beforeStart(container);
    in.engine().containers().start(container, checkpoint);
    return ready.await();
  }

  private static int startAttached(CommandContext in, String name) throws IOException {
    Containers containers = in.engine().containers();
    ContainerDetails container = containers.inspect(name);
    boolean tty = container.config().tty();
    boolean stdin = in.get(INTERACTIVE) && container.config().openStdin();
    String id = container.id();
    boolean autoRemove = Boolean.TRUE.equals(container.hostConfig().autoRemove);
    AttachOptions attached =
        AttachOptions.live(stdin, true, true, AttachFlags.engineDetachKeys(in));
    return new AttachedStart(
            in,
            id,
            tty,
            autoRemove,
            attached,
            () -> tty ? null : AttachFlags.alwaysProxySignals(in, id, false))
        .run(() -> containers.start(id, checkpoint(in)));
  }

  private static int startAll(CommandContext in, List<Selected> selected, WaitFlags ready)
      throws IOException {
    Containers containers = in.engine().containers();
    List<String> failed = new ArrayList<>();
    new ForEachContainer(in, selected)
        .inTurn(
            name -> {
              ready.beforeStart(name);
              try {
                containers.start(name);
              } catch (IOException e) {
                ready.afterFailure(name);
                throw e;
              }
            },
            (container, failure) -> {
              if (failure == null) {
                in.streams().println(container);
              } else {
                in.streams().error(String.valueOf(failure.getMessage()));
                failed.add(container);
              }
            });
    int exitCode = ready.await();
    if (!failed.isEmpty()) {
      throw CommandException.refused(
          "Error: failed to start containers: " + String.join(", ", failed));
    }
    return exitCode;
  }
}
