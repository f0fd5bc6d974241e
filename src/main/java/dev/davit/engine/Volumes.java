package dev.davit.engine;

import dev.davit.engine.http.ApiRequest;
import dev.davit.engine.http.ApiResponse;
import dev.davit.engine.model.VolumeList;
import dev.davit.engine.model.VolumePruneResult;
import dev.davit.engine.model.VolumeSummary;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The volume endpoints that container commands need. */
public final class Volumes {
  private final Engine engine;

  Volumes(Engine engine) {
    this.engine = engine;
  }

  /**
   * {@code GET /volumes}.
   *
   * @param filters JSON such as {@code {"dangling":{"true":true}}}; null for no filter
   */
  public List<VolumeSummary> list(@Nullable String filters) throws IOException {
    try (ApiResponse answer = engine.send(ApiRequest.get("volumes").query("filters", filters))) {
      List<VolumeSummary> volumes = answer.json(VolumeList.class).volumes();
      return volumes == null ? List.of() : volumes;
    }
  }

  /** {@code POST /volumes/prune}; filters are JSON, null for none. */
  public VolumePruneResult prune(@Nullable String filters) throws IOException {
    ApiRequest request = ApiRequest.post("volumes", "prune").query("filters", filters);
    try (ApiResponse answer = engine.send(request)) {
      return answer.json(VolumePruneResult.class);
    }
  }

  /** {@code GET /volumes/{name}}, as the engine's bytes. */
  public byte[] inspectRaw(String name) throws IOException {
    try (ApiResponse answer = engine.send(ApiRequest.get("volumes", name))) {
      return answer.jsonBytes();
    }
  }
}
