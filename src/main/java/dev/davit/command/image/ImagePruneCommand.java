package dev.davit.command.image;

import dev.davit.cli.Command;
import dev.davit.cli.CommandContext;
import dev.davit.cli.CommandException;
import dev.davit.cli.Usage;
import dev.davit.cli.complete.Completers;
import dev.davit.cli.flags.Flag;
import dev.davit.command.shared.ForEachTarget;
import dev.davit.command.shared.Preview;
import dev.davit.command.shared.Preview.Candidate;
import dev.davit.command.shared.PruneRunner;
import dev.davit.command.shared.PruneRunner.Pruned;
import dev.davit.engine.Containers;
import dev.davit.engine.Images;
import dev.davit.engine.Images.ListOptions;
import dev.davit.engine.Images.RemoveOptions;
import dev.davit.engine.http.EngineException;
import dev.davit.engine.model.ImagePruneResult;
import dev.davit.engine.model.ImageRemoval;
import dev.davit.engine.model.ImageSummary;
import dev.davit.gotypes.GoInt;
import dev.davit.gotypes.Timestamps;
import dev.davit.opts.Filters;
import dev.davit.resource.ImageColumns.Row;
import dev.davit.resource.ImageRows;
import dev.davit.resource.PruneFilter;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** {@code davit image prune}: removes unused images. Mirrors cli/command/image/prune.go. */
public final class ImagePruneCommand implements Command {
  private static final Flag<Boolean> ALL =
      Flag.bool("all", 'a', "Remove all images without a container, not only dangling images");

  private static final Flag<List<String>> FILTER =
      PruneRunner.FILTER.variant().completes(Completers.IMAGE_PRUNE_FILTER);

  private static final Flag<@Nullable Integer> KEEP =
      Flag.value(
          "keep",
          "N",
          GoInt::parseUint16,
          "Remove old tags instead: keep the newest N tags of each repository");

  private static final String HEADING = "Deleted Images";

  private static final RemoveOptions NOT_FORCED = new RemoveOptions(false, true, List.of());

  @Override
  public Usage usage() {
    return Usage.exactly(0, "[OPTIONS]");
  }

  @Override
  public List<Flag<?>> flags() {
    return List.of(ALL, Preview.DRY_RUN, FILTER, PruneRunner.FORCE, KEEP, Preview.QUIET);
  }

  @Override
  public int run(CommandContext in) throws IOException {
    if (in.get(KEEP) != null && in.get(ALL)) {
      throw CommandException.refused("--keep cannot be combined with --all");
    }
    if (in.get(Preview.QUIET) && !in.get(Preview.DRY_RUN)) {
      throw CommandException.refused("--quiet needs --dry-run");
    }
    if (in.get(Preview.DRY_RUN)) {
      return preview(in);
    }
    Integer keep = in.get(KEEP);
    return keep == null ? pruneUnused(in) : pruneOld(in, keep);
  }

  private static int preview(CommandContext in) throws IOException {
    Integer keep = in.get(KEEP);
    List<Row> rows = keep == null ? unused(in) : old(in, keep);
    List<Candidate> candidates =
        rows.stream().map(row -> RemovalPreview.candidate(row.image(), name(row))).toList();
    return Preview.print(in, in.get(Preview.QUIET), candidates);
  }

  private static int pruneUnused(CommandContext in) throws IOException {
    boolean all = in.get(ALL);
    List<String> given = new ArrayList<>(in.get(PruneRunner.FILTER));
    given.add("dangling=" + !all);
    String filters = PruneRunner.filters(in, given);
    PruneRunner steps =
        new PruneRunner(
            all
                ? "all images without at least one container associated to them"
                : "all dangling images",
            HEADING);
    return steps.run(in, () -> prune(in, filters));
  }

  private static int pruneOld(CommandContext in, int keep) throws IOException {
    filter(in); // an invalid filter is reported before the question
    PruneRunner steps =
        new PruneRunner(
            "all tags without at least one container, except the newest "
                + keep
                + " of each repository",
            HEADING);
    List<String> errors = new ArrayList<>();
    steps.run(in, () -> removeOld(in, keep, errors));
    return ForEachTarget.exitCode(in.streams(), errors);
  }

  /** Removes old tags by their names, and adds failures to {@code errors}. */
  private static Pruned removeOld(CommandContext in, int keep, List<String> errors)
      throws IOException {
    Images images = in.engine().images();
    List<Row> rows = old(in, keep);
    long before = rows.isEmpty() ? 0 : in.engine().system().imageDiskUsage();
    List<String> lines = new ArrayList<>();
    for (Row row : rows) {
      try {
        images.remove(name(row), NOT_FORCED).stream()
            .map(ImagePruneCommand::line)
            .forEach(lines::add);
      } catch (EngineException e) {
        errors.add(String.valueOf(e.getMessage()));
      }
    }
    long after = rows.isEmpty() ? 0 : in.engine().system().imageDiskUsage();
    return new Pruned(lines, Math.max(0, before - after));
  }

  /** Returns the tags that {@code --keep} removes. */
  private static List<Row> old(CommandContext in, int keep) throws IOException {
    List<ImageSummary> images = in.engine().images().list(ListOptions.DEFAULT);
    Predicate<ImageSummary> removable = removable(in);
    return ImageRetention.surplus(images, keep).stream()
        .filter(row -> removable.test(row.image()))
        .toList();
  }

  /** Returns the images that a prune without {@code --keep} removes, with their names. */
  private static List<Row> unused(CommandContext in) throws IOException {
    boolean all = in.get(ALL);
    String dangling = all ? null : "{\"dangling\":{\"true\":true}}";
    Predicate<ImageSummary> removable = removable(in);
    return in.engine().images().list(new ListOptions(false, false, null, dangling)).stream()
        .filter(removable)
        .flatMap(image -> ImageRows.of(image, false, false).stream())
        .toList();
  }

  /** Returns the condition that no container uses an image and that the filters match it. */
  private static Predicate<ImageSummary> removable(CommandContext in) throws IOException {
    PruneFilter filter = filter(in);
    Set<String> used = new HashSet<>();
    in.engine()
        .containers()
        .list(
            new Containers.ListOptions(true, 0, false, null),
            container -> used.add(String.valueOf(container.imageId())));
    return image ->
        !used.contains(image.id())
            && filter.matches(image.labels(), Instant.ofEpochSecond(image.created()));
  }

  private static PruneFilter filter(CommandContext in) {
    List<String> filters =
        Filters.withConfigured(in.get(PruneRunner.FILTER), in.config().pruneFilters());
    try {
      return PruneFilter.of(filters, new Timestamps(in.app().clock(), in.app().env().get("TZ")));
    } catch (IllegalArgumentException e) {
      throw CommandException.refused(String.valueOf(e.getMessage()));
    }
  }

  private static String name(Row row) {
    return row.repository().equals(ImageRows.NONE)
        ? ""
        : row.repository() + (row.tag().equals(ImageRows.NONE) ? "" : ':' + row.tag());
  }

  private static Pruned prune(CommandContext in, @Nullable String filters) throws IOException {
    ImagePruneResult result = in.engine().images().prune(filters);
    List<ImageRemoval> removals = Objects.requireNonNullElse(result.imagesDeleted(), List.of());
    return new Pruned(
        removals.stream().map(ImagePruneCommand::line).toList(), result.spaceReclaimed());
  }

  private static String line(ImageRemoval removal) {
    String untagged = Objects.requireNonNullElse(removal.untagged(), "");
    return untagged.isEmpty()
        ? "deleted: " + Objects.requireNonNullElse(removal.deleted(), "")
        : "untagged: " + untagged;
  }
}
