package dev.davit.command.volume;

import dev.davit.cli.Command;
import dev.davit.cli.CommandContext;
import dev.davit.cli.CommandException;
import dev.davit.cli.Usage;
import dev.davit.cli.complete.Completers;
import dev.davit.cli.flags.Flag;
import dev.davit.command.shared.Preview;
import dev.davit.command.shared.PruneRunner;
import dev.davit.command.shared.PruneRunner.Pruned;
import dev.davit.engine.http.ApiVersion;
import dev.davit.engine.model.VolumePruneResult;
import dev.davit.engine.model.VolumeSummary;
import dev.davit.gotypes.GoInt;
import dev.davit.gotypes.Timestamps;
import dev.davit.opts.Filters;
import dev.davit.opts.KeyValue;
import dev.davit.resource.PruneFilter;
import dev.davit.text.NaturalOrder;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** {@code davit volume prune}: removes unused volumes. Mirrors cli/command/volume/prune.go. */
public final class VolumePruneCommand implements Command {
  private static final Flag<Boolean> ALL =
      Flag.bool("all", 'a', "Remove all unused volumes, not only anonymous volumes").since(1, 42);

  private static final Flag<List<String>> FILTER =
      PruneRunner.FILTER.variant().completes(Completers.VOLUME_PRUNE_FILTER).since(1, 25);

  private static final Flag<Boolean> FORCE = PruneRunner.FORCE.variant().since(1, 25);

  private static final String ALL_FILTER = "all=";

  /** The label of volumes that the engine created for a container, with a generated name. */
  private static final String ANONYMOUS = "com.docker.volume.anonymous";

  private static final ApiVersion ANONYMOUS_ONLY = new ApiVersion(1, 42);

  @Override
  public Usage usage() {
    return Usage.exactly(0, "[OPTIONS]");
  }

  @Override
  public List<Flag<?>> flags() {
    return List.of(ALL, Preview.DRY_RUN, FILTER, FORCE, Preview.QUIET);
  }

  @Override
  public int run(CommandContext in) throws IOException {
    List<String> filters =
        new ArrayList<>(
            Filters.withConfigured(in.get(PruneRunner.FILTER), in.config().pruneFilters()));
    boolean old = in.engine().apiVersion().isBefore(ANONYMOUS_ONLY);
    if (in.get(ALL) && !old) {
      if (filters.stream().anyMatch(filter -> KeyValue.name(filter).equals("all"))) {
        throw CommandException.refused(
            "conflicting options: cannot specify both --all and --filter all=1");
      }
      filters.add(ALL_FILTER + "true");
    }
    if (in.get(Preview.DRY_RUN)) {
      return VolumePreview.print(in, unused(in, filters, old));
    }
    PruneRunner steps =
        new PruneRunner(
            old || in.get(ALL)
                ? "all local volumes not used by at least one container"
                : "anonymous local volumes not used by at least one container",
            "Deleted Volumes");
    return steps.run(in, () -> prune(in, Filters.toJson(filters)));
  }

  /**
   * Returns the volumes that a prune would remove, as the engine selects them.
   *
   * @param old whether the engine removes volumes with a name, too
   */
  private static List<VolumeSummary> unused(CommandContext in, List<String> filters, boolean old)
      throws IOException {
    List<String> all = filters.stream().filter(filter -> filter.startsWith(ALL_FILTER)).toList();
    boolean named = old || !all.isEmpty() && isTrue(all.getFirst());
    PruneFilter filter;
    try {
      if (filters.stream().anyMatch(each -> KeyValue.name(each).equals("until"))) {
        throw new IllegalArgumentException("invalid filter 'until'"); // prunes of volumes lack it
      }
      filter =
          PruneFilter.of(
              filters.stream().filter(each -> !all.contains(each)).toList(),
              new Timestamps(in.app().clock(), in.app().env().get("TZ")));
    } catch (IllegalArgumentException e) {
      throw CommandException.refused(String.valueOf(e.getMessage()));
    }
    return in.engine().volumes().list(Filters.toJson(List.of("dangling=true"))).stream()
        .filter(volume -> volume.driver().equals("local"))
        .filter(volume -> named || isAnonymous(volume))
        .filter(volume -> filter.matches(volume.labels(), Instant.EPOCH))
        .sorted((a, b) -> NaturalOrder.INSTANCE.compare(a.name(), b.name()))
        .toList();
  }

  private static boolean isTrue(String filter) {
    String value = filter.substring(ALL_FILTER.length());
    try {
      return GoInt.parseBool(value);
    } catch (IllegalArgumentException e) {
      throw CommandException.refused("invalid filter 'all=" + value + "'");
    }
  }

  private static boolean isAnonymous(VolumeSummary volume) {
    return volume.labels() != null && volume.labels().containsKey(ANONYMOUS);
  }

  private static Pruned prune(CommandContext in, @Nullable String filters) throws IOException {
    VolumePruneResult result = in.engine().volumes().prune(filters);
    return new Pruned(
        Objects.requireNonNullElse(result.volumesDeleted(), List.of()), result.spaceReclaimed());
  }
}
