package dev.davit.engine;

import dev.davit.engine.http.ApiRequest;
import dev.davit.engine.http.ApiResponse;
import dev.davit.engine.model.NetworkPruneResult;
import dev.davit.engine.model.NetworkSummary;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The network endpoints that container commands need. */
public final class Networks {
  private final Engine engine;

  Networks(Engine engine) {
    this.engine = engine;
  }

  /**
   * {@code GET /networks}.
   *
   * @param filters JSON such as {@code {"driver":{"bridge":true}}}; null for no filter
   */
  public List<NetworkSummary> list(@Nullable String filters) throws IOException {
    try (ApiResponse answer = engine.send(ApiRequest.get("networks").query("filters", filters))) {
      return answer.jsonList(NetworkSummary.class);
    }
  }

  /** {@code POST /networks/prune}; filters are JSON, null for none. */
  public NetworkPruneResult prune(@Nullable String filters) throws IOException {
    ApiRequest request = ApiRequest.post("networks", "prune").query("filters", filters);
    try (ApiResponse answer = engine.send(request)) {
      return answer.json(NetworkPruneResult.class);
    }
  }

  /** {@code GET /networks/{name}}, as the engine's bytes. */
  public byte[] inspectRaw(String name) throws IOException {
    try (ApiResponse answer = engine.send(ApiRequest.get("networks", name))) {
      return answer.jsonBytes();
    }
  }
}
