package dev.davit.engine;

import dev.davit.engine.http.ApiRequest;
import dev.davit.engine.http.ApiResponse;
import dev.davit.engine.http.JsonStream;
import dev.davit.engine.model.BuildCachePruneResult;
import dev.davit.engine.model.DiskUsage;
import dev.davit.engine.model.EngineEvent;
import dev.davit.engine.model.EngineInfo;
import dev.davit.engine.model.LoginResult;
import dev.davit.engine.model.VersionInfo;
import dev.davit.json.JsonText;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The system endpoints, which describe the engine itself. */
public final class EngineSystem {
  private static final int NO_CONTENT = 204;

  /** The time in milliseconds in which Podman reads its events. */
  private static final int READING_MILLIS = 1000;

  private final Engine engine;

  EngineSystem(Engine engine) {
    this.engine = engine;
  }

  /** {@code GET /_ping}, sent at each call, unlike {@link Engine#ping}. */
  public Ping ping() throws IOException {
    return engine.pingAgain();
  }

  /** {@code GET /info}: the fields that a client acts on. */
  public EngineInfo info() throws IOException {
    try (ApiResponse answer = engine.send(ApiRequest.get("info"))) {
      return answer.json(EngineInfo.class);
    }
  }

  /** {@code GET /info}, as the engine's bytes. */
  public byte[] infoRaw() throws IOException {
    try (ApiResponse answer = engine.send(ApiRequest.get("info"))) {
      return answer.jsonBytes();
    }
  }

  /** {@code GET /plugins/{name}/json}, as the engine's bytes. */
  public byte[] pluginRaw(String name) throws IOException {
    try (ApiResponse answer = engine.send(ApiRequest.get("plugins", name, "json"))) {
      return answer.jsonBytes();
    }
  }

  /**
   * {@code POST /auth}: the engine logs in to a registry, to verify credentials.
   *
   * @param credentials JSON of moby's api/types/registry.AuthConfig
   */
  public LoginResult login(byte[] credentials) throws IOException {
    try (ApiResponse answer = engine.send(ApiRequest.post("auth").json(credentials))) {
      return answer.status() == NO_CONTENT
          ? new LoginResult(null, null)
          : answer.json(LoginResult.class);
    }
  }

  /** {@code GET /version}. */
  public VersionInfo version() throws IOException {
    try (ApiResponse answer = engine.send(ApiRequest.get("version"))) {
      return answer.json(VersionInfo.class);
    }
  }

  /** {@code GET /system/df}; may take minutes on an engine with many objects. */
  public DiskUsage diskUsage() throws IOException {
    return diskUsage(null);
  }

  /**
   * {@code GET /system/df} of one kind of objects; engines below API 1.42 return all kinds.
   *
   * @param type such as {@code image}; null for all kinds
   */
  public DiskUsage diskUsage(@Nullable String type) throws IOException {
    try (ApiResponse answer = engine.send(ApiRequest.get("system", "df").query("type", type))) {
      return answer.json(DiskUsage.class);
    }
  }

  /**
   * {@code POST /build/prune}: removes build cache that is not in use.
   *
   * @param all whether to remove internal and shared records, too
   * @param keepStorage the number of bytes to keep; 0 for none
   * @param filters JSON such as {@code {"until":{"24h":true}}}; null for no filter
   */
  public BuildCachePruneResult pruneBuildCache(
      boolean all, long keepStorage, @Nullable String filters) throws IOException {
    engine.apiVersion(); // docker also requests the version first
    ApiRequest request =
        ApiRequest.post("build", "prune")
            .flag("all", all)
            .each("filters", List.of(filters == null ? "" : filters))
            .query("keep-storage", keepStorage == 0 ? null : keepStorage);
    try (ApiResponse answer = engine.send(request)) {
      return answer.json(BuildCachePruneResult.class);
    }
  }

  /**
   * {@code GET /events}: events from now on, until the stream is closed.
   *
   * @param filters JSON such as {@code {"type":{"container":true}}}; null for all events
   */
  public JsonStream<EngineEvent> events(@Nullable String filters) throws IOException {
    return events(null, null, filters);
  }

  /**
   * {@code GET /events}: events of a container.
   *
   * @param id the full ID
   * @param since the begin in Unix seconds with a fraction; null for now
   * @param until the end, likewise; null for none: then the stream has no end
   */
  public JsonStream<EngineEvent> containerEvents(
      String id, @Nullable String since, @Nullable String until) throws IOException {
    String filters =
        "{\"container\":{" + JsonText.quote(id) + ":true},\"type\":{\"container\":true}}";
    return until == null ? events(since, null, filters) : pastEvents(since, until, filters);
  }

  /**
   * {@code GET /events}: events of a period that may have passed. Podman that keeps its events in a
   * file stops to read it at the end of the period, so after a few events if the end has passed:
   * from Podman, the period has a later end, with later events.
   *
   * @param since the begin in Unix seconds with a fraction; null for now
   * @param until the end, likewise
   */
  public JsonStream<EngineEvent> pastEvents(
      @Nullable String since, String until, @Nullable String filters) throws IOException {
    return events(since, engine.ping().isPodman() ? notPassed(until) : until, filters);
  }

  private static String notPassed(String until) {
    BigDecimal soon = BigDecimal.valueOf(System.currentTimeMillis() + READING_MILLIS, 3);
    return soon.max(new BigDecimal(until)).toPlainString();
  }

  /**
   * {@code GET /events}: events of a period.
   *
   * @param since the begin in Unix seconds with a fraction; null for now
   * @param until the end, likewise; null for none: then the stream has no end
   */
  public JsonStream<EngineEvent> events(
      @Nullable String since, @Nullable String until, @Nullable String filters) throws IOException {
    return engine
        .send(
            ApiRequest.get("events")
                .query("since", since)
                .query("until", until)
                .query("filters", filters))
        .jsonStream(EngineEvent.class);
  }
}
