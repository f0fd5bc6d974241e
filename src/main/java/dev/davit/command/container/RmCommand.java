package dev.davit.command.container;

import dev.davit.cli.CommandContext;
import dev.davit.cli.CommandException;
import dev.davit.cli.Usage;
import dev.davit.cli.complete.Completer;
import dev.davit.cli.complete.Completers;
import dev.davit.cli.flags.Flag;
import dev.davit.cli.flags.FlagValues;
import dev.davit.command.removal.Candidate;
import dev.davit.command.removal.Protection;
import dev.davit.command.selection.ContainerChange;
import dev.davit.command.selection.ContainerStates;
import dev.davit.command.selection.ForEachContainer;
import dev.davit.command.selection.Selected;
import dev.davit.command.selection.SelectionFlags;
import dev.davit.command.selection.TakesContainers;
import dev.davit.engine.http.EngineException;
import java.io.IOException;
import java.util.List;
import java.util.Objects;

/** {@code davit rm}: removes containers. Mirrors cli/command/container/rm.go. */
public final class RmCommand implements TakesContainers {
  private static final ContainerChange CHANGE = ContainerChange.removal();

  public static final Flag<Boolean> FORCE =
      Flag.bool("force", 'f', "Kill running containers (SIGKILL) before removing them");
  private static final Flag<Boolean> LINK =
      Flag.bool("link", 'l', "Remove a link instead of a container, for example /webapp/db");
  private static final Flag<Boolean> VOLUMES =
      Flag.bool("volumes", 'v', "Remove the containers' anonymous volumes too");

  @Override
  public Usage usage() {
    return Usage.atLeast(1, "[OPTIONS] CONTAINER [CONTAINER...]");
  }

  @Override
  public List<Flag<?>> flags() {
    return CHANGE.flagsWith(List.of(FORCE, LINK, VOLUMES));
  }

  @Override
  public Completer argument(int place, FlagValues given) {
    return given.get(FORCE) ? Completers.CONTAINER : Completers.STOPPED_CONTAINER;
  }

  @Override
  public int run(CommandContext in) throws IOException {
    return in.get(LINK) ? removeLinks(in) : change(in).run(in, selected -> remove(in, selected));
  }

  /** Without --force the engine refuses running containers, which --all therefore leaves out. */
  private static ContainerChange change(CommandContext in) {
    if (in.get(FORCE)) {
      return CHANGE;
    }
    ContainerChange unforced = CHANGE.refusedBy(RmCommand::refusal);
    return in.get(SelectionFlags.ALL) ? unforced.of(ContainerStates.REMOVABLE) : unforced;
  }

  /** Returns the engine's words for a container that is not removed; empty for all others. */
  private static String refusal(Candidate container) {
    String state = Objects.requireNonNullElse(container.state(), "");
    String refused = "cannot remove container \"/" + container.name() + "\": container is " + state;
    return switch (state) {
      case "paused" -> refused + " and must be unpaused first";
      case "running", "restarting" ->
          refused + ": stop the container before removing or force remove";
      default -> "";
    };
  }

  /** Removes links; their names, OTHER/ALIAS, are no selectors. */
  private static int removeLinks(CommandContext in) throws IOException {
    for (Flag<?> flag : CHANGE.flagsWith(List.of())) {
      if (in.flags().given(flag) && !flag.equals(Protection.UNPROTECT)) {
        throw CommandException.conflict("--" + flag.name(), "--link");
      }
    }
    Protection.of(in); // refuses in a protected context
    return remove(in, Selected.typed(in.args()));
  }

  private static int remove(CommandContext in, List<Selected> selected) throws IOException {
    // with --force docker reports a missing container, but does not fail
    return new ForEachContainer(in, selected)
        .atOnce(
            name -> remove(in, name),
            e -> in.get(FORCE) && e instanceof EngineException refused && refused.isNotFound());
  }

  private static void remove(CommandContext in, String typed) throws IOException {
    if (typed.chars().allMatch(c -> c == '/')) {
      throw new IOException("container name cannot be empty");
    }
    if (in.get(FORCE)) {
      new Removal(in.engine(), typed, in.get(VOLUMES), in.get(LINK)).perform();
    } else {
      in.engine().containers().remove(typed, in.get(VOLUMES), in.get(LINK), false);
    }
  }
}
