package dev.davit.engine;

import dev.davit.engine.http.ApiRequest;
import dev.davit.engine.http.ApiResponse;
import dev.davit.engine.model.VolumeList;
import dev.davit.engine.model.VolumeSummary;
import java.io.IOException;
import java.util.List;

/** The volume endpoints that container commands need. */
public final class Volumes {
  private final Engine engine;

  Volumes(Engine engine) {
    this.engine = engine;
  }

  /** {@code GET /volumes}. */
  public List<VolumeSummary> list() throws IOException {
    try (ApiResponse answer = engine.send(ApiRequest.get("volumes"))) {
      List<VolumeSummary> volumes = answer.json(VolumeList.class).volumes();
      return volumes == null ? List.of() : volumes;
    }
  }

  /** {@code GET /volumes/{name}}, as the engine's bytes. */
  public byte[] inspectRaw(String name) throws IOException {
    try (ApiResponse answer = engine.send(ApiRequest.get("volumes", name))) {
      return answer.jsonBytes();
    }
  }
}
