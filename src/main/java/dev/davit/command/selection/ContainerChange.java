package dev.davit.command.selection;

import dev.davit.cli.CommandContext;
import dev.davit.cli.CommandException;
import dev.davit.cli.flags.Flag;
import dev.davit.command.removal.Candidate;
import dev.davit.command.removal.Preview;
import dev.davit.command.removal.Protection;
import dev.davit.command.shared.ForEachTarget;
import dev.davit.engine.http.EngineException;
import dev.davit.engine.model.ContainerDetails;
import dev.davit.engine.model.ContainerSummary;
import dev.davit.resource.ApiTime;
import dev.davit.select.ContainerIndex;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
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
 * @param sizes whether a preview has sizes
 * @param dryRun the flag {@code --dry-run} with the help of this change
 * @param refusal why the engine would refuse the change of a container
 */
public record ContainerChange(
    String verb,
    ContainerStates states,
    boolean destroys,
    boolean asks,
    boolean sizes,
    Flag<Boolean> dryRun,
    Refusal refusal) {
  public static final Flag<Boolean> YES =
      Flag.bool("yes", "Do not prompt for confirmation when several containers are selected");

  private static final Refusal NEVER = container -> "";

  /** Returns why the engine would refuse a change, in its words; empty if it would not. */
  public interface Refusal {
    String of(Candidate container);
  }

  /** Creates a change that interrupts containers. */
  public static ContainerChange destroying(String verb, String participle, ContainerStates states) {
    return new ContainerChange(verb, states, true, true, false, dryRun(participle), NEVER);
  }

  /** Creates a change of containers that continue to exist and to run. */
  public static ContainerChange confirmed(String verb, String participle, ContainerStates states) {
    return new ContainerChange(verb, states, false, true, false, dryRun(participle), NEVER);
  }

  /** Creates a change that nothing is lost by, so that it is not confirmed. */
  public static ContainerChange harmless(String verb, String participle, ContainerStates states) {
    return new ContainerChange(verb, states, false, false, false, dryRun(participle), NEVER);
  }

  /** Creates the removal of containers, of which a preview has sizes. */
  public static ContainerChange removal() {
    return new ContainerChange(
        "remove", ContainerStates.ANY, true, true, true, dryRun("removed"), NEVER);
  }

  /** Returns this change for selected containers in some states. */
  public ContainerChange of(ContainerStates some) {
    return new ContainerChange(verb, some, destroys, asks, sizes, dryRun, refusal);
  }

  /** Returns this change for a command that asks for confirmation by itself. */
  public ContainerChange unasked() {
    return new ContainerChange(verb, states, destroys, false, sizes, dryRun, refusal);
  }

  /** Returns this change with refusals of the engine that a preview must show. */
  public ContainerChange refusedBy(Refusal engine) {
    return new ContainerChange(verb, states, destroys, asks, sizes, dryRun, engine);
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
    boolean withSizes = preview && sizes && !in.get(Preview.QUIET);
    Protection protection = destroys ? Protection.of(in) : null;
    boolean checked = protection != null && protection.needsObjects();
    List<Selected> selected =
        ContainerSelection.affected(
            ContainerSelection.of(
                in, in.args(), preview || checked || in.joint() != null && canAsk(in), withSizes),
            states);
    if (preview) {
      return preview(in, selected, protection, withSizes);
    }
    if (protection != null && checked) {
      for (Selected each : selected) {
        require(in, protection, each);
      }
    }
    if (!isConfirmed(in, selected)) {
      throw CommandException.refused(in.joint() == null ? "canceled" : "");
    }
    return step.on(selected);
  }

  /**
   * Checks a container by name or ID; one that does not exist is left to the command's request.
   *
   * @throws CommandException if it is protected
   */
  public static void require(CommandContext in, Protection protection, String container)
      throws IOException {
    require(in, protection, Selected.typed(container));
  }

  private static void require(CommandContext in, Protection protection, Selected container)
      throws IOException {
    if (container.listed() != null) {
      allows(protection, container, candidate(container.listed(), null));
      return;
    }
    try {
      allows(protection, container, inspect(in, container.argument()));
    } catch (EngineException e) {
      if (!e.isNotFound()) {
        throw e; // the container may be protected
      }
    }
  }

  private static boolean allows(Protection protection, Selected container, Candidate candidate) {
    return protection.allows("container", container.name(), candidate.names(), candidate.labels());
  }

  private boolean canAsk(CommandContext in) {
    return asks && !in.get(YES) && in.canAsk();
  }

  private boolean isConfirmed(CommandContext in, List<Selected> selected) throws IOException {
    boolean several =
        in.joint() != null
            || selected.size() > 1 && selected.stream().anyMatch(Selected::bySelector);
    if (!several || !canAsk(in)) {
      return true;
    }
    List<Candidate> candidates = new ArrayList<>();
    for (Selected each : selected) {
      candidates.add(
          each.listed() == null
              ? new Candidate(each.argument(), each.name(), null, null)
              : candidate(each.listed(), null));
    }
    String question =
        Character.toUpperCase(verb.charAt(0))
            + verb.substring(1)
            + (in.joint() == null
                ? " these " + selected.size() + " containers?"
                : " these containers?");
    return in.isConfirmed(question, Preview.table(in, candidates, false), in.streams().out());
  }

  /**
   * Prints containers by name or ID, as a preview of their change; returns the exit code.
   *
   * @param protection null if protected containers can be changed
   */
  public static int preview(CommandContext in, List<String> names, @Nullable Protection protection)
      throws IOException {
    return harmless("", "", ContainerStates.ANY)
        .preview(in, Selected.typed(names), protection, false);
  }

  /**
   * Prints the containers, the errors of typed ones that do not exist, and why others would not be
   * changed; returns the exit code.
   */
  private int preview(
      CommandContext in,
      List<Selected> selected,
      @Nullable Protection protection,
      boolean withSizes)
      throws IOException {
    List<Candidate> candidates = new ArrayList<>();
    List<String> errors = new ArrayList<>();
    Set<String> ids = new HashSet<>();
    for (Selected each : selected) {
      Candidate candidate;
      try {
        candidate =
            each.listed() == null
                ? inspect(in, each.argument())
                : candidate(each.listed(), withSizes ? each.listed().sizeRw() : null);
      } catch (IOException e) {
        errors.add(String.valueOf(e.getMessage()));
        continue;
      }
      boolean allowed = protection == null || allows(protection, each, candidate);
      String refused = refusal.of(candidate);
      if (!refused.isEmpty()) {
        errors.add(refused);
      } else if ((allowed || !in.get(Preview.QUIET)) && ids.add(candidate.id())) {
        candidates.add(candidate);
      }
    }
    Preview.print(in, candidates, withSizes);
    int exitCode = ForEachTarget.exitCode(in.streams(), errors);
    return protection == null ? exitCode : protection.end(in, exitCode);
  }

  private static Candidate inspect(CommandContext in, String container) throws IOException {
    ContainerDetails details = in.engine().containers().inspect(container);
    String created = Objects.requireNonNullElse(details.created(), "");
    return new Candidate(
            details.id(),
            details.plainName(),
            null,
            created.isEmpty() ? null : new ApiTime(created).instant())
        .with(details.config().labels())
        .in(details.state().status());
  }

  private static Candidate candidate(ContainerSummary listed, @Nullable Long size) {
    return new Candidate(
            listed.id(), ContainerIndex.name(listed), size, Instant.ofEpochSecond(listed.created()))
        .with(listed.labels())
        .in(listed.state());
  }
}
