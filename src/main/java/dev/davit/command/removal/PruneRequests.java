package dev.davit.command.removal;

import dev.davit.command.removal.PruneRunner.Pruned;
import dev.davit.engine.Engine;
import dev.davit.engine.model.BuildCachePruneResult;
import dev.davit.engine.model.ImagePruneResult;
import dev.davit.engine.model.ImageRemoval;
import dev.davit.engine.model.NetworkPruneResult;
import dev.davit.engine.model.PruneResult;
import dev.davit.engine.model.VolumePruneResult;
import java.io.IOException;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The requests that remove unused objects, and the headings of their reports. Filters are JSON such
 * as {@code {"until":{"24h":true}}}; null for no filter.
 */
public final class PruneRequests {
  public static final String BUILD_CACHE = "Deleted build cache objects";
  public static final String CONTAINERS = "Deleted Containers";
  public static final String IMAGES = "Deleted Images";
  public static final String NETWORKS = "Deleted Networks";
  public static final String VOLUMES = "Deleted Volumes";

  private PruneRequests() {}

  /** Removes stopped containers. */
  public static Pruned containers(Engine engine, @Nullable String filters) throws IOException {
    PruneResult result = engine.containers().prune(filters);
    return new Pruned(orNone(result.containersDeleted()), result.spaceReclaimed());
  }

  /** Removes networks that no container uses. */
  public static Pruned networks(Engine engine, @Nullable String filters) throws IOException {
    NetworkPruneResult result = engine.networks().prune(filters);
    return new Pruned(orNone(result.networksDeleted()), 0);
  }

  /** Removes volumes that no container uses. */
  public static Pruned volumes(Engine engine, @Nullable String filters) throws IOException {
    VolumePruneResult result = engine.volumes().prune(filters);
    return new Pruned(orNone(result.volumesDeleted()), result.spaceReclaimed());
  }

  /** Removes unused images. */
  public static Pruned images(Engine engine, @Nullable String filters) throws IOException {
    ImagePruneResult result = engine.images().prune(filters);
    List<ImageRemoval> removals = Objects.requireNonNullElse(result.imagesDeleted(), List.of());
    return new Pruned(removals.stream().map(PruneRequests::line).toList(), result.spaceReclaimed());
  }

  /** Returns the line of a report for an image or a name that was removed. */
  public static String line(ImageRemoval removal) {
    String untagged = Objects.requireNonNullElse(removal.untagged(), "");
    return untagged.isEmpty()
        ? "deleted: " + Objects.requireNonNullElse(removal.deleted(), "")
        : "untagged: " + untagged;
  }

  /**
   * Removes build cache.
   *
   * @param all whether to remove internal and shared records, too
   * @param keepStorage the number of bytes to keep
   */
  public static Pruned buildCache(
      Engine engine, boolean all, long keepStorage, @Nullable String filters) throws IOException {
    BuildCachePruneResult result = engine.system().pruneBuildCache(all, keepStorage, filters);
    return new Pruned(orNone(result.cachesDeleted()), result.spaceReclaimed(), true);
  }

  private static List<String> orNone(@Nullable List<String> list) {
    return Objects.requireNonNullElse(list, List.of());
  }
}
