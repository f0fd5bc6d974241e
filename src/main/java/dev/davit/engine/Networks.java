package dev.davit.engine;

import dev.davit.engine.http.ApiRequest;
import dev.davit.engine.http.ApiResponse;
import dev.davit.engine.model.NetworkSummary;
import java.io.IOException;
import java.util.List;

/** The network endpoints that container commands need. */
public final class Networks {
  private final Engine engine;

  Networks(Engine engine) {
    this.engine = engine;
  }

  /** {@code GET /networks}. */
  public List<NetworkSummary> list() throws IOException {
    try (ApiResponse answer = engine.send(ApiRequest.get("networks"))) {
      return answer.jsonList(NetworkSummary.class);
    }
  }

  /** {@code GET /networks/{name}}, as the engine's bytes. */
  public byte[] inspectRaw(String name) throws IOException {
    try (ApiResponse answer = engine.send(ApiRequest.get("networks", name))) {
      return answer.jsonBytes();
    }
  }
}
