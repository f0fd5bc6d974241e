package dev.davit.command.image;

import dev.davit.engine.model.ImageSummary;
import dev.davit.resource.ImageColumns.Row;
import dev.davit.resource.ImageRows;
import dev.davit.text.NaturalOrder;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Selects old tags of repositories, for {@code image prune --keep}. */
final class ImageRetention {
  private static final Comparator<Row> NEWEST_FIRST =
      Comparator.<Row>comparingLong(row -> row.image().created())
          .thenComparing(Row::tag, NaturalOrder.INSTANCE)
          .reversed();

  private ImageRetention() {}

  /**
   * Returns all tags but the newest ones of each repository, by repository, the newest first. Of
   * tags of the same age, the last in natural order counts as the newest.
   *
   * @param keep the number of tags of each repository that are not returned
   */
  static List<Row> surplus(List<ImageSummary> images, int keep) {
    Map<String, List<Row>> repositories = new TreeMap<>();
    for (ImageSummary image : images) {
      for (Row row : ImageRows.of(image, false, false)) {
        if (!row.tag().equals(ImageRows.NONE)) {
          repositories.computeIfAbsent(row.repository(), name -> new ArrayList<>()).add(row);
        }
      }
    }
    return repositories.values().stream()
        .flatMap(rows -> rows.stream().sorted(NEWEST_FIRST).skip(keep))
        .toList();
  }
}
