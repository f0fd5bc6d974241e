package dev.davit.engine;

import dev.davit.engine.http.ApiRequest;
import dev.davit.engine.http.ApiResponse;
import dev.davit.engine.http.JsonStream;
import dev.davit.engine.model.EngineEvent;
import dev.davit.engine.model.EngineInfo;
import dev.davit.engine.model.VersionInfo;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** The endpoints about the engine itself. */
public final class EngineSystem {
  private final Engine engine;

  EngineSystem(Engine engine) {
    this.engine = engine;
  }

  /** {@code GET /_ping}: asked anew each time, unlike {@link Engine#ping}. */
  public Ping ping() throws IOException {
    return engine.pingAgain();
  }

  /** {@code GET /info}, as far as it matters here. */
  public EngineInfo info() throws IOException {
    try (ApiResponse answer = engine.send(ApiRequest.get("info"))) {
      return answer.json(EngineInfo.class);
    }
  }

  /** {@code GET /plugins/{name}/json}, byte for byte. */
  public byte[] pluginRaw(String name) throws IOException {
    try (ApiResponse answer = engine.send(ApiRequest.get("plugins", name, "json"))) {
      return answer.jsonBytes();
    }
  }

  /** {@code GET /version}. */
  public VersionInfo version() throws IOException {
    try (ApiResponse answer = engine.send(ApiRequest.get("version"))) {
      return answer.json(VersionInfo.class);
    }
  }

  /**
   * {@code GET /events}: what happens from now on, until closed.
   *
   * @param filters JSON, {@code {"type":{"container":true}}}; null for everything
   */
  public JsonStream<EngineEvent> events(@Nullable String filters) throws IOException {
    return engine
        .send(ApiRequest.get("events").query("filters", filters))
        .jsonStream(EngineEvent.class);
  }
}
