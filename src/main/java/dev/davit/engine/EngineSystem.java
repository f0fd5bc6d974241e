package dev.davit.engine;

import dev.davit.engine.model.VersionInfo;
import java.io.IOException;

/** The endpoints about the engine itself. */
public final class EngineSystem {
  private final Engine engine;

  EngineSystem(Engine engine) {
    this.engine = engine;
  }

  /** {@code GET /version}. */
  public VersionInfo version() throws IOException {
    try (Answer answer = engine.send(ApiRequest.get("version"))) {
      return answer.json(VersionInfo.class);
    }
  }
}
