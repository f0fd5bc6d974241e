package dev.davit.resource;

import dev.davit.engine.model.ImageSearchResult;
import dev.davit.format.Column;
import dev.davit.format.Listing;
import dev.davit.format.TextWidth;
import java.util.List;
import java.util.Map;

/** The columns of {@code search}. Mirrors cli/command/registry/formatter_search.go. */
public final class SearchColumns {
  /** The default table's columns. */
  public static final List<String> SHOWN =
      List.of("Name", "Description", "StarCount", "IsOfficial");

  private static final int SHORT_DESCRIPTION = 45;

  private SearchColumns() {}

  /**
   * Returns the columns for templates and tables.
   *
   * @param truncate whether to truncate descriptions
   */
  public static Listing<ImageSearchResult> listing(boolean truncate) {
    return new Listing<>(
        "*registry.searchContext",
        List.of(
            new Column<>("Description", "DESCRIPTION", found -> description(found, truncate)),
            new Column<>(
                "IsOfficial",
                "OFFICIAL",
                found -> found.official() ? "[OK]" : "",
                found -> Boolean.toString(found.official())),
            new Column<>("Name", "NAME", ImageSearchResult::name),
            new Column<>("StarCount", "STARS", found -> Long.toString(found.stars()))),
        found -> Map.of());
  }

  private static String description(ImageSearchResult found, boolean truncate) {
    String line = found.description().replace('\n', ' ').replace('\r', ' ');
    return truncate ? TextWidth.ellipsis(line, SHORT_DESCRIPTION) : line;
  }
}
