package dev.davit.engine;

import java.io.IOException;

/** The network endpoint that inspecting anything needs. */
public final class Networks {
  private final Engine engine;

  Networks(Engine engine) {
    this.engine = engine;
  }

  /** {@code GET /networks/{name}}, byte for byte. */
  public byte[] inspectRaw(String name) throws IOException {
    try (Answer answer = engine.send(ApiRequest.get("networks", name))) {
      return answer.bytes();
    }
  }
}
