package dev.davit.command.replace;

import dev.davit.cli.CommandContext;
import dev.davit.cli.CommandException;
import dev.davit.cli.Usage;
import dev.davit.cli.complete.Completer;
import dev.davit.cli.complete.Completers;
import dev.davit.cli.flags.Flag;
import dev.davit.cli.flags.FlagValues;
import dev.davit.command.removal.Preview;
import dev.davit.command.removal.Protection;
import dev.davit.command.replace.Recreation.Existing;
import dev.davit.command.selection.ContainerChange;
import dev.davit.command.selection.ContainerStates;
import dev.davit.command.selection.ForEachContainer;
import dev.davit.command.selection.Selected;
import dev.davit.command.selection.TakesContainers;
import dev.davit.command.shared.CreateOptions;
import dev.davit.command.shared.ForEachTarget;
import dev.davit.command.shared.WaitFlags;
import dev.davit.create.ContainerCreator.PullPolicy;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * {@code davit recreate}: replaces containers by new ones with the same configuration. docker does
 * not have this command.
 */
public final class RecreateCommand implements TakesContainers {
  private static final Flag<Boolean> CHECK =
      Flag.bool(
          "check", "Compare the images with their registries; exit code 3 if one is outdated");
  private static final Flag<Boolean> CLEANUP =
      Flag.bool("cleanup", "Remove old images that have neither a name nor a container any more");
  private static final Flag<Boolean> PULL =
      Flag.bool("pull", "Pull the images, and recreate only containers whose image has changed");
  private static final Flag<Boolean> RESUME =
      Flag.bool(
          "resume", "Finish or undo replacements that were interrupted, and recreate nothing");

  private static final ContainerChange CHANGE =
      ContainerChange.destroying("recreate", "recreated", ContainerStates.ANY);

  @Override
  public Usage usage() {
    return Usage.atLeast(1, "[OPTIONS] CONTAINER [CONTAINER...]");
  }

  @Override
  public boolean accepts(int arguments, FlagValues given) {
    return given.get(RESUME) || TakesContainers.super.accepts(arguments, given);
  }

  @Override
  public List<Flag<?>> flags() {
    return CHANGE.flagsWith(
        Stream.concat(RecreateFlags.ALL.stream(), Stream.of(CHECK, CLEANUP, PULL, RESUME))
            .toList());
  }

  @Override
  public Completer argument(int place, FlagValues given) {
    return Completers.CONTAINER;
  }

  @Override
  public int run(CommandContext in) throws IOException {
    RecreateFlags flags = RecreateFlags.of(in);
    if (in.get(CHECK)) {
      requireAlone(in, CHECK, CLEANUP, PULL, RESUME, Preview.DRY_RUN);
      return ImageCheck.of(in);
    }
    if (in.get(RESUME)) {
      requireAlone(in, RESUME, CLEANUP, PULL, Preview.DRY_RUN);
      return resume(in, new Interrupted(in, flags.limit()));
    }
    WaitFlags.of(in); // refuses --wait-timeout without --wait
    return CHANGE.run(in, selected -> recreate(in, flags, selected));
  }

  private static void requireAlone(CommandContext in, Flag<?> flag, Flag<?>... others) {
    for (Flag<?> other : others) {
      if (in.flags().given(other)) {
        throw CommandException.conflict("--" + flag.name(), "--" + other.name());
      }
    }
  }

  /** Finishes or undoes the replacements of the given names, or all of the engine. */
  private static int resume(CommandContext in, Interrupted interrupted) throws IOException {
    Protection protection = Protection.of(in);
    List<String> errors = new ArrayList<>();
    for (String name : in.args().isEmpty() ? interrupted.names() : in.args()) {
      try {
        if (protection.needsObjects()) {
          ContainerChange.require(in, protection, name);
        }
        if (interrupted.recover(name).equals(name)) {
          in.engine().containers().inspect(name); // fails if it does not exist
        }
        in.streams().println(name);
      } catch (IOException e) {
        errors.add(name + ": " + e.getMessage());
      }
    }
    return ForEachTarget.exitCode(in.streams(), errors);
  }

  private static int recreate(CommandContext in, RecreateFlags flags, List<Selected> selected)
      throws IOException {
    Recreation recreation = new Recreation(in, flags);
    ImageUpgrade upgrade = new ImageUpgrade(in.engine().images());
    List<String> errors =
        new ForEachContainer(in, selected)
            .collectInTurn(
                container -> isRecreated(in, recreation, recreation.find(container), upgrade),
                (name, recreated) -> {
                  if (recreated) {
                    in.streams().println(name);
                  } else {
                    in.streams().error(name + ": the image has not changed");
                  }
                });
    if (in.get(CLEANUP)) {
      upgrade.cleanUp();
    }
    return recreation.exitCode(ForEachTarget.exitCode(in.streams(), errors));
  }

  /** Recreates a container, unless {@code --pull} is given and the image has not changed. */
  private static boolean isRecreated(
      CommandContext in, Recreation recreation, Existing old, ImageUpgrade upgrade)
      throws IOException {
    CreateOptions request = new CreateOptions(in, PullPolicy.MISSING, old.described().spec());
    if (in.get(PULL) && !upgrade.pull(request, old.imageId())) {
      return false;
    }
    recreation.replace(old, request);
    upgrade.replaced(old.imageId());
    return true;
  }
}
