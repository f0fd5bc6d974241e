package dev.davit.command.image;

import dev.davit.cli.CommandContext;
import dev.davit.command.removal.Candidate;
import dev.davit.command.removal.PrunePreview;
import dev.davit.command.removal.PruneRunner;
import dev.davit.engine.Containers;
import dev.davit.engine.Images.ListOptions;
import dev.davit.engine.model.ImageSummary;
import dev.davit.resource.ImageColumns.Row;
import dev.davit.resource.ImageRows;
import dev.davit.resource.PruneFilter;
import dev.davit.text.NaturalOrder;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Selects old tags of repositories, for {@code image prune --keep}. */
final class ImageRetention {
  private static final Comparator<Row> NEWEST_FIRST =
      Comparator.<Row>comparingLong(row -> row.image().created())
          .thenComparing(Row::tag, NaturalOrder.INSTANCE)
          .reversed();

  private final CommandContext in;
  private final int keep;
  private final PruneFilter filter;

  /**
   * Creates a selection.
   *
   * @param keep the number of tags of each repository that remain
   */
  ImageRetention(CommandContext in, int keep) {
    this.in = in;
    this.keep = keep;
    this.filter =
        PrunePreview.filter(in, PruneRunner.withConfigured(in, in.get(PruneRunner.FILTER)));
  }

  /** Returns the tags to remove, which are removed by name, as an image may keep other tags. */
  List<Candidate> candidates() throws IOException {
    return surplus().stream()
        .map(
            row ->
                new Candidate(
                        row.image().id(),
                        name(row),
                        row.image().size(),
                        Instant.ofEpochSecond(row.image().created()))
                    .by(name(row))
                    .with(row.image().labels()))
        .toList();
  }

  /**
   * Returns all tags without a container but the newest tags of each repository, by repository, the
   * newest first. Of tags of the same age, the last in natural order counts as the newest.
   */
  private List<Row> surplus() throws IOException {
    Map<String, List<Row>> repositories = new TreeMap<>();
    for (ImageSummary image : in.engine().images().list(ListOptions.DEFAULT)) {
      for (Row row : ImageRows.of(image, false, false)) {
        if (!row.tag().equals(ImageRows.NONE)) {
          repositories.computeIfAbsent(row.repository(), name -> new ArrayList<>()).add(row);
        }
      }
    }
    Set<String> used = usedImages();
    return repositories.values().stream()
        .flatMap(rows -> rows.stream().sorted(NEWEST_FIRST).skip(keep))
        .filter(row -> !used.contains(row.image().id()))
        .filter(
            row ->
                filter.matches(row.image().labels(), Instant.ofEpochSecond(row.image().created())))
        .toList();
  }

  private Set<String> usedImages() throws IOException {
    Set<String> used = new HashSet<>();
    in.engine()
        .containers()
        .list(
            new Containers.ListOptions(true, 0, false, null),
            container -> used.add(String.valueOf(container.imageId())));
    return used;
  }

  private static String name(Row row) {
    return row.repository() + ':' + row.tag();
  }
}
