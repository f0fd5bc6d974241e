package dev.davit.engine;

import dev.davit.engine.http.ApiRequest;
import dev.davit.engine.http.ApiResponse;
import java.io.IOException;

/**
 * The endpoints that inspect a swarm's objects, as the engine's bytes; only a swarm's managers
 * answer.
 */
public final class Swarm {
  private final Engine engine;

  Swarm(Engine engine) {
    this.engine = engine;
  }

  /** {@code GET /services/{id}}. */
  public byte[] serviceRaw(String id) throws IOException {
    return raw(ApiRequest.get("services", id).query("insertDefaults", true));
  }

  /** {@code GET /tasks/{id}}. */
  public byte[] taskRaw(String id) throws IOException {
    return raw(ApiRequest.get("tasks", id));
  }

  /** {@code GET /nodes/{id}}. */
  public byte[] nodeRaw(String id) throws IOException {
    return raw(ApiRequest.get("nodes", id));
  }

  /** {@code GET /secrets/{id}}. */
  public byte[] secretRaw(String id) throws IOException {
    return raw(ApiRequest.get("secrets", id));
  }

  /** {@code GET /configs/{id}}. */
  public byte[] configRaw(String id) throws IOException {
    return raw(ApiRequest.get("configs", id));
  }

  private byte[] raw(ApiRequest request) throws IOException {
    try (ApiResponse answer = engine.send(request)) {
      return answer.jsonBytes();
    }
  }
}
