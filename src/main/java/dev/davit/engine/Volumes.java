package dev.davit.engine;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.davit.engine.http.ApiRequest;
import dev.davit.engine.http.ApiResponse;
import dev.davit.engine.http.ApiVersion;
import dev.davit.engine.model.VolumeConfig;
import dev.davit.engine.model.VolumeList;
import dev.davit.engine.model.VolumePruneResult;
import dev.davit.engine.model.VolumeSummary;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The volume endpoints. */
public final class Volumes {
  /** The API version since which a prune removes only anonymous volumes, unless all are given. */
  public static final ApiVersion PRUNE_KEEPS_NAMED = new ApiVersion(1, 42);

  private static final String VOLUMES = "volumes";

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
    ApiRequest request = ApiRequest.get(VOLUMES).query("filters", filters);
    try (ApiResponse answer = engine.send(request)) {
      List<VolumeSummary> volumes = answer.json(VolumeList.class).volumes();
      return volumes == null ? List.of() : volumes;
    }
  }

  /** {@code POST /volumes/create}; returns the volume's name. */
  public String create(VolumeConfig config) throws IOException {
    ApiRequest request = ApiRequest.post(VOLUMES, "create").json(config);
    try (ApiResponse answer = engine.send(request)) {
      return answer.json(VolumeSummary.class).name();
    }
  }

  /** {@code GET /volumes/{name}}, as the engine's bytes. */
  public byte[] inspectRaw(String name) throws IOException {
    try (ApiResponse answer = engine.send(ApiRequest.get(VOLUMES, name))) {
      return answer.jsonBytes();
    }
  }

  /** {@code GET /volumes/{name}}: the fields that a client acts on. */
  public VolumeSummary inspect(String name) throws IOException {
    try (ApiResponse answer = engine.send(ApiRequest.get(VOLUMES, name))) {
      return answer.json(VolumeSummary.class);
    }
  }

  /** {@code DELETE /volumes/{name}}; with {@code force} also if the volume does not exist. */
  public void remove(String name, boolean force) throws IOException {
    engine.send(ApiRequest.delete(VOLUMES, name).flag("force", force)).close();
  }

  /** {@code POST /volumes/prune}; filters are JSON, null for none. */
  public VolumePruneResult prune(@Nullable String filters) throws IOException {
    ApiRequest request = ApiRequest.post(VOLUMES, "prune").query("filters", filters);
    try (ApiResponse answer = engine.send(request)) {
      return answer.json(VolumePruneResult.class);
    }
  }

  /**
   * {@code PUT /volumes/{id}}: updates a cluster volume, since API 1.42.
   *
   * @param version the version of the volume that the update is based on
   * @param spec the complete new spec, a JSON object
   */
  public void update(String id, String version, String spec) throws IOException {
    engine
        .send(
            ApiRequest.put(VOLUMES, id)
                .query("version", version)
                .json(("{\"Spec\":" + spec + "}").getBytes(UTF_8)))
        .close();
  }
}
