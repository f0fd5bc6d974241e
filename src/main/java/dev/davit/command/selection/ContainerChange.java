package dev.davit.command.selection;

import dev.davit.cli.CommandContext;
import dev.davit.cli.CommandException;
import dev.davit.cli.flags.Flag;
import dev.davit.command.removal.Preview;
import dev.davit.command.removal.Preview.Candidate;
import dev.davit.command.removal.Protection;
import dev.davit.command.shared.ForEachTarget;
import dev.davit.engine.model.ContainerDetails;
import dev.davit.engine.model.ContainerSummary;
import dev.davit.select.ContainerIndex;
import dev.davit.terminal.Confirmation;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The steps before a command changes several containers: selection, protection, {@code --dry-run},
 * and confirmation on a terminal. The command then acts on exactly the listed IDs.
 *
 * @param verb the change in the question: {@code stop}
 * @param states the states in which the change has an effect on a selected container
 * @param destroys whether the change is refused for protected containers
 * @param asks whether the change of several selected containers is confirmed
 * @param dryRun the flag {@code --dry-run} with the help of this change
 */
public record ContainerChange(
    String verb, ContainerStates states, boolean destroys, boolean asks, Flag<Boolean> dryRun) {
  private static final Flag<Boolean> YES =
      Flag.bool("yes", "Do not prompt for confirmation when several containers are selected");

  /** Creates a change that interrupts or removes containers. */
  public static ContainerChange destroying(String verb, String participle, ContainerStates states) {
    return new ContainerChange(verb, states, true, true, dryRun(participle));
  }

  /** Creates a change of containers that continue to exist and to run. */
  public static ContainerChange confirmed(String verb, String participle, ContainerStates states) {
    return new ContainerChange(verb, states, false, true, dryRun(participle));
  }

  /** Creates a change that nothing is lost by, so that it is not confirmed. */
  public static ContainerChange harmless(String verb, String participle, ContainerStates states) {
    return new ContainerChange(verb, states, false, false, dryRun(participle));
  }

  private static Flag<Boolean> dryRun(String participle) {
    return Preview.DRY_RUN.variant(
        "List the containers that would be " + participle + ", and change nothing");
  }

  /** Returns the flags of the change with the command's own, sorted by name. */
  public List<Flag<?>> flagsWith(List<? extends Flag<?>> own) {
    List<Flag<?>> all = new ArrayList<>(List.of(dryRun, Preview.QUIET));
    if (asks) {
      all.add(YES);
    }
    if (destroys) {
      all.add(Protection.UNPROTECT);
    }
    return SelectionFlags.severalWith(states, SelectionFlags.with(all, own));
  }

  /** Changes containers; returns the exit code. */
  public interface Step {
    int on(List<Selected> containers) throws IOException;
  }

  /** Performs the change, unless only a preview is requested; returns the exit code. */
  public int run(CommandContext in, Step step) throws IOException {
    boolean preview = Preview.isGiven(in);
    boolean sizes = preview && verb.equals("remove") && !in.get(Preview.QUIET);
    Protection protection = destroys ? Protection.of(in) : null;
    boolean checked = protection != null && protection.needsObjects();
    List<Selected> selected =
        ContainerSelection.affected(
            ContainerSelection.of(in, in.args(), preview || checked, sizes), states);
    if (protection != null && checked) {
      for (Selected each : selected) {
        require(protection, each);
      }
    }
    if (preview) {
      return preview(in, selected, sizes);
    }
    if (asks && !isConfirmed(in, selected)) {
      throw CommandException.refused("canceled");
    }
    return step.on(selected);
  }

  private static void require(Protection protection, Selected container) {
    ContainerSummary listed = container.listed();
    List<String> names =
        listed == null ? List.of(container.name()) : List.of(ContainerIndex.name(listed));
    protection.require(
        "container", container.name(), names, listed == null ? null : listed.labels());
  }

  private boolean isConfirmed(CommandContext in, List<Selected> selected) throws IOException {
    boolean needed =
        selected.size() > 1
            && selected.stream().anyMatch(Selected::bySelector)
            && !in.get(YES)
            && in.streams().areTerminals();
    if (!needed) {
      return true;
    }
    List<Candidate> candidates = new ArrayList<>();
    for (Selected each : selected) {
      candidates.add(
          each.listed() == null
              ? new Candidate(each.argument(), each.name(), null, null)
              : candidate(each.listed(), null));
    }
    in.streams().print(Preview.table(in, candidates, false));
    return Confirmation.isGiven(
        in.streams(),
        Character.toUpperCase(verb.charAt(0))
            + verb.substring(1)
            + " these "
            + selected.size()
            + " containers?",
        in.streams().out());
  }

  /** Prints containers by name or ID, as a preview of their change; returns the exit code. */
  public static int preview(CommandContext in, List<String> names) throws IOException {
    return preview(in, Selected.typed(names), false);
  }

  /**
   * Prints the containers, and the errors of typed ones that do not exist; returns the exit code.
   */
  private static int preview(CommandContext in, List<Selected> selected, boolean sizes)
      throws IOException {
    List<Candidate> candidates = new ArrayList<>();
    List<String> errors = new ArrayList<>();
    Set<String> typed = new HashSet<>();
    for (Selected each : selected) {
      ContainerSummary listed = each.listed();
      if (listed != null) {
        if (typed.add(listed.id())) {
          candidates.add(candidate(listed, sizes ? listed.sizeRw() : null));
        }
        continue;
      }
      try {
        ContainerDetails details = in.engine().containers().inspect(each.argument());
        String name = details.plainName();
        candidates.add(new Candidate(details.id(), name, null, null));
      } catch (IOException e) {
        errors.add(String.valueOf(e.getMessage()));
      }
    }
    Preview.print(in, candidates, sizes);
    return ForEachTarget.exitCode(in.streams(), errors);
  }

  private static Candidate candidate(ContainerSummary listed, @Nullable Long size) {
    return new Candidate(
        listed.id(), ContainerIndex.name(listed), size, Instant.ofEpochSecond(listed.created()));
  }
}
