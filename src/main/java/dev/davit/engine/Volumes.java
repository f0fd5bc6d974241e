package dev.davit.engine;

import java.io.IOException;

/** The volume endpoint that inspecting anything needs. */
public final class Volumes {
  private final Engine engine;

  Volumes(Engine engine) {
    this.engine = engine;
  }

  /** {@code GET /volumes/{name}}, byte for byte. */
  public byte[] inspectRaw(String name) throws IOException {
    try (Answer answer = engine.send(ApiRequest.get("volumes", name))) {
      return answer.bytes();
    }
  }
}
