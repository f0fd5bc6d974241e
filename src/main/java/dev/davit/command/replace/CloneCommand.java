package dev.davit.command.replace;

import dev.davit.cli.CommandContext;
import dev.davit.cli.CommandException;
import dev.davit.cli.ExitCode;
import dev.davit.cli.Usage;
import dev.davit.cli.complete.Completer;
import dev.davit.cli.complete.Completers;
import dev.davit.cli.flags.ContainerFlags;
import dev.davit.cli.flags.CreationFlags;
import dev.davit.cli.flags.Flag;
import dev.davit.cli.flags.FlagGroup;
import dev.davit.cli.flags.FlagValues;
import dev.davit.command.removal.Protection;
import dev.davit.command.selection.ContainerChange;
import dev.davit.command.selection.SelectionFlags;
import dev.davit.command.selection.SingleContainer;
import dev.davit.command.selection.TakesContainer;
import dev.davit.command.shared.CreateOptions;
import dev.davit.command.shared.WaitFlags;
import dev.davit.create.ContainerDescriptions;
import dev.davit.create.DescribedContainer;
import dev.davit.create.LaterNetworks;
import dev.davit.engine.Containers;
import dev.davit.engine.model.ContainerSpec;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * {@code davit clone}: creates a container like another one, changed by flags. podman has it,
 * docker does not.
 */
public final class CloneCommand implements TakesContainer {
  private static final Flag<Boolean> FORCE =
      Flag.bool("force", 'f', "Remove the original container after the clone has started");
  private static final Flag<Boolean> RUN = Flag.bool("run", "Start the clone");

  private static final List<Flag<?>> OWN =
      List.of(
          FORCE,
          RUN,
          Protection.UNPROTECT,
          SelectionFlags.FILTER,
          SelectionFlags.LATEST,
          WaitFlags.WAIT,
          WaitFlags.WAIT_TIMEOUT);

  @Override
  public Usage usage() {
    return Usage.between(1, 3, "[OPTIONS] CONTAINER [NAME [IMAGE]]");
  }

  @Override
  public List<Flag<?>> flags() {
    return ContainerFlags.with(OWN).stream().filter(CloneCommand::isTaken).toList();
  }

  @Override
  public List<FlagGroup> flagGroups() {
    return ContainerFlags.groups(OWN).stream()
        .map(
            group ->
                new FlagGroup(
                    group.heading(), group.flags().stream().filter(CloneCommand::isTaken).toList()))
        .toList();
  }

  /** Whether a flag of create is one of clone, too: the container takes the place of a file. */
  private static boolean isTaken(Flag<?> flag) {
    return !flag.name().equals(CreationFlags.FROM_JSON.name());
  }

  @Override
  public Completer argument(int place, FlagValues given) {
    return switch (place) {
      case 0 -> Completers.CONTAINER;
      case 2 -> Completers.IMAGE;
      default -> Completers.NOTHING;
    };
  }

  @Override
  public int run(CommandContext in) throws IOException {
    WaitFlags ready = WaitFlags.of(in);
    boolean run = in.get(RUN);
    if (!run && (in.get(FORCE) || ready.isGiven())) {
      throw CommandException.refused((in.get(FORCE) ? "--force" : "--wait") + " needs --run");
    }
    Protection protection = in.get(FORCE) ? Protection.of(in) : null;
    SingleContainer original = SingleContainer.of(in);
    if (protection != null && protection.needsObjects()) {
      ContainerChange.require(in, protection, original.container());
    }
    Containers containers = in.engine().containers();
    Map<?, ?> inspected =
        ContainerDescriptions.object(containers.inspectRaw(original.container(), false));
    DescribedContainer described = new ContainerDescriptions(in.engine()).of(inspected);
    described.setStreams();
    ContainerSpec spec = described.spec();
    List<String> rest = original.rest();
    spec.name = rest.isEmpty() ? spec.name + "-clone" : rest.getFirst();
    spec.config.labels = ownLabels(spec.config.labels);
    CreateOptions request =
        CreateOptions.changing(in, spec, rest.size() > 1 ? rest.subList(1, 2) : List.of());
    LaterNetworks later = LaterNetworks.takenFrom(described);
    if (in.get(CreationFlags.DRY_RUN)) {
      in.streams().printSent(request.preview());
      return ExitCode.SUCCESS;
    }
    String id = request.create();
    try {
      later.connect(in.engine(), id);
      if (run) {
        ready.beforeStart(id);
        containers.start(id);
      }
    } finally {
      in.streams().printSent(id + '\n');
    }
    int exitCode = ready.await();
    if (exitCode == ExitCode.SUCCESS && in.get(FORCE)) {
      containers.remove(String.valueOf(inspected.get("Id")), false, false, true);
    }
    return exitCode;
  }

  /** Returns labels without those by which compose takes a container for its own. */
  private static Map<String, String> ownLabels(@Nullable Map<String, String> labels) {
    Map<String, String> own = new LinkedHashMap<>(Objects.requireNonNullElse(labels, Map.of()));
    own.keySet().removeIf(label -> label.startsWith("com.docker.compose."));
    return own;
  }
}
