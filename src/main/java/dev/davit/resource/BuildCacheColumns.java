package dev.davit.resource;

import dev.davit.engine.model.BuildCacheRecord;
import dev.davit.format.Column;
import dev.davit.format.Listing;
import dev.davit.format.Units;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;

/** The columns of the build cache. Mirrors cli/command/formatter/buildcache.go. */
public final class BuildCacheColumns {
  /** The default table's columns. */
  public static final List<String> SHOWN =
      List.of("ID", "CacheType", "Size", "CreatedSince", "LastUsedSince", "UsageCount", "Shared");

  /** The template for the format {@code raw}. */
  public static final String RAW =
      """
      build_cache_id: {{.ID}}
      parent_id: {{.Parent}}
      build_cache_type: {{.CacheType}}
      description: {{.Description}}
      created_at: {{.CreatedAt}}
      created_since: {{.CreatedSince}}
      last_used_at: {{.LastUsedAt}}
      last_used_since: {{.LastUsedSince}}
      usage_count: {{.UsageCount}}
      in_use: {{.InUse}}
      shared: {{.Shared}}
      """;

  private BuildCacheColumns() {}

  /**
   * Returns the columns for templates and tables.
   *
   * @param truncate whether to truncate IDs
   */
  public static Listing<BuildCacheRecord> listing(boolean truncate, InstantSource clock) {
    return new Listing<>(
        "*formatter.buildCacheContext",
        List.of(
            new Column<>("CacheType", "CACHE TYPE", BuildCacheRecord::type),
            new Column<>("CreatedAt", "CREATED AT", each -> time(each.createdAt()).shown()),
            new Column<>("CreatedSince", "CREATED", each -> time(each.createdAt()).ago(clock)),
            new Column<>("Description", "DESCRIPTION", BuildCacheRecord::description),
            new Column<>("ID", "CACHE ID", each -> id(each, truncate)),
            new Column<>("InUse", "IN USE", each -> Boolean.toString(each.inUse())),
            new Column<>("LastUsedAt", "LAST USED AT", BuildCacheColumns::lastUsedAt),
            new Column<>("LastUsedSince", "LAST USED", each -> lastUsedSince(each, clock)),
            new Column<>("Parent", "PARENT", BuildCacheRecord::parent),
            new Column<>("Shared", "SHARED", each -> Boolean.toString(each.shared())),
            new Column<>("Size", "SIZE", each -> Units.decimal(each.size(), 3)),
            new Column<>("UsageCount", "USAGE", each -> Long.toString(each.usageCount()))),
        each -> Map.of());
  }

  private static ApiTime time(String text) {
    return new ApiTime(text);
  }

  /** Returns the ID, with a star if the record is in use. */
  private static String id(BuildCacheRecord each, boolean truncate) {
    String id = truncate ? ShortId.of(each.id()) : each.id();
    return each.inUse() ? id + '*' : id;
  }

  private static String lastUsedAt(BuildCacheRecord each) {
    return each.lastUsedAt().isEmpty() ? "" : time(each.lastUsedAt()).shown();
  }

  private static String lastUsedSince(BuildCacheRecord each, InstantSource clock) {
    return each.lastUsedAt().isEmpty() ? "" : time(each.lastUsedAt()).ago(clock);
  }
}
