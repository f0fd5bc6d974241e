package dev.davit.engine;

import dev.davit.engine.http.ApiRequest;
import dev.davit.engine.http.ApiResponse;
import dev.davit.engine.model.BuildCachePruneResult;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The endpoint of the build cache. */
public final class BuildCache {
  private final Engine engine;

  BuildCache(Engine engine) {
    this.engine = engine;
  }

  /**
   * {@code POST /build/prune}: removes build cache that is not in use.
   *
   * @param all whether to remove internal and shared records, too
   * @param keepStorage the number of bytes to keep; 0 for none
   * @param filters JSON such as {@code {"until":{"24h":true}}}; null for no filter
   */
  public BuildCachePruneResult prune(boolean all, long keepStorage, @Nullable String filters)
      throws IOException {
    engine.apiVersion(); // docker also requests the version first
    ApiRequest request =
        ApiRequest.post("build", "prune")
            .flag("all", all)
            .each("filters", List.of(filters == null ? "" : filters))
            .query("keep-storage", keepStorage == 0 ? null : keepStorage);
    try (ApiResponse answer = engine.send(request)) {
      return answer.json(BuildCachePruneResult.class);
    }
  }
}
