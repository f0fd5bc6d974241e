package dev.davit.engine;

import dev.davit.engine.http.ApiRequest;
import dev.davit.engine.http.ApiResponse;
import dev.davit.engine.http.ApiResponse.Elements;
import dev.davit.engine.http.ApiVersion;
import dev.davit.engine.http.JsonStream;
import dev.davit.engine.http.PlannedRequest;
import dev.davit.engine.model.ContainerDetails;
import dev.davit.engine.model.ContainerSpec;
import dev.davit.engine.model.ContainerStats;
import dev.davit.engine.model.ContainerSummary;
import dev.davit.engine.model.CreateResult;
import dev.davit.engine.model.FilesystemChange;
import dev.davit.engine.model.PruneResult;
import dev.davit.engine.model.TopResult;
import dev.davit.engine.model.UpdateConfig;
import dev.davit.engine.model.UpdateResult;
import dev.davit.engine.stream.HijackedStream;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The container endpoints, in the order of the API documentation. A container is identified by its
 * ID, a unique prefix of the ID, or its name. Every method throws {@link
 * dev.davit.engine.http.EngineException} if the engine rejects the request (404 no such container,
 * 409 wrong state) and {@link IOException} if the engine cannot be reached.
 */
public final class Containers {
  private final Engine engine;

  Containers(Engine engine) {
    this.engine = engine;
  }

  /** {@code GET /containers/json}, as a list in memory. */
  public List<ContainerSummary> list(ListOptions options) throws IOException {
    List<ContainerSummary> all = new ArrayList<>();
    list(options, all::add);
    return all;
  }

  /** {@code GET /containers/json}, one container at a time, in constant memory. */
  public void list(ListOptions options, Elements<ContainerSummary> each) throws IOException {
    ApiRequest request =
        ApiRequest.get("containers", "json")
            .flag("all", options.all())
            .query("limit", options.limit() > 0 ? options.limit() : null)
            .flag("size", options.size())
            .query("filters", options.filters());
    try (ApiResponse answer = engine.send(request)) {
      answer.jsonList(ContainerSummary.class, each);
    }
  }

  /**
   * The query parameters of {@code GET /containers/json}.
   *
   * @param all whether stopped containers are included
   * @param limit the number of newest containers to list, in any state; 0 or less for no limit
   * @param size whether the engine computes the sizes, which is slow
   * @param filters JSON such as {@code {"status":{"running":true}}}; null for no filter
   */
  public record ListOptions(boolean all, long limit, boolean size, @Nullable String filters) {}

  /** {@code POST /containers/create}; the spec is adapted to the engine's API version. */
  public CreateResult create(ContainerSpec spec) throws IOException {
    try (ApiResponse answer = engine.send(createRequest(spec))) {
      CreateResult created = answer.json(CreateResult.class);
      if (created.id().isEmpty()) {
        throw answer.invalid("no container ID");
      }
      return created;
    }
  }

  /** The request that {@link #create} would send. */
  public PlannedRequest planCreate(ContainerSpec spec) throws IOException {
    return engine.plan(createRequest(spec));
  }

  private ApiRequest createRequest(ContainerSpec spec) throws IOException {
    ApiDowngrade.adapt(spec, engine.apiVersion());
    return ApiRequest.post("containers", "create")
        .query("name", spec.name)
        .query("platform", spec.platform)
        .json(spec);
  }

  /** {@code GET /containers/{id}/json}: the fields that a client acts on. */
  public ContainerDetails inspect(String id) throws IOException {
    try (ApiResponse answer = engine.send(inspectRequest(id, false))) {
      return answer.json(ContainerDetails.class);
    }
  }

  /** {@code GET /containers/{id}/json}, as the engine's bytes; {@code size} adds the sizes. */
  public byte[] inspectRaw(String id, boolean size) throws IOException {
    try (ApiResponse answer = engine.send(inspectRequest(id, size))) {
      return answer.jsonBytes();
    }
  }

  private static ApiRequest inspectRequest(String id, boolean size) throws IOException {
    return ApiRequest.get("containers", ContainerName.inUrl(id), "json").flag("size", size);
  }

  /** {@code GET /containers/{id}/top}; {@code psArgs} are for ps on the engine's host. */
  public TopResult top(String id, String psArgs) throws IOException {
    ApiRequest request =
        ApiRequest.get("containers", ContainerName.inUrl(id), "top").query("ps_args", psArgs);
    try (ApiResponse answer = engine.send(request)) {
      return answer.json(TopResult.class);
    }
  }

  /**
   * {@code GET /containers/{id}/logs}: raw bytes if the container has a TTY, else frames for {@link
   * dev.davit.engine.stream.FrameReader}.
   */
  public ApiResponse logs(String id, LogsOptions options) throws IOException {
    return engine.send(
        options.addTo(ApiRequest.get("containers", ContainerName.inUrl(id), "logs")));
  }

  /** {@code GET /containers/{id}/changes}: the differences from the image. */
  public List<FilesystemChange> changes(String id) throws IOException {
    ApiRequest request = ApiRequest.get("containers", ContainerName.inUrl(id), "changes");
    try (ApiResponse answer = engine.send(request)) {
      return answer.jsonList(FilesystemChange.class);
    }
  }

  /** {@code GET /containers/{id}/export}: all files of the container, as a tar stream. */
  public ApiResponse export(String id) throws IOException {
    return engine.send(ApiRequest.get("containers", ContainerName.inUrl(id), "export"));
  }

  /**
   * {@code GET /containers/{id}/stats}: one sample a second until closed; without {@code stream}
   * one sample after a second's measurement, or at once with {@code oneShot}.
   */
  public JsonStream<ContainerStats> stats(String id, boolean stream, boolean oneShot)
      throws IOException {
    return engine.send(statsRequest(id, stream, oneShot)).jsonStream(ContainerStats.class);
  }

  /** {@code GET /containers/{id}/stats}, each sample as the engine's bytes, in one line. */
  public JsonStream<byte[]> statsRaw(String id, boolean stream, boolean oneShot)
      throws IOException {
    return JsonStream.raw(engine.send(statsRequest(id, stream, oneShot)));
  }

  private static ApiRequest statsRequest(String id, boolean stream, boolean oneShot)
      throws IOException {
    return ApiRequest.get("containers", ContainerName.inUrl(id), "stats")
        .query("stream", stream ? "1" : "0")
        .flag("one-shot", oneShot);
  }

  /** {@code POST /containers/{id}/resize}: sets the size of the TTY, in characters. */
  public void resize(String id, int height, int width) throws IOException {
    post(
        ApiRequest.post("containers", ContainerName.inUrl(id), "resize")
            .query("h", height)
            .query("w", width));
  }

  /** {@code POST /containers/{id}/start}; has no effect on a running container. */
  public void start(String id) throws IOException {
    start(id, Checkpoint.NONE);
  }

  /** {@code POST /containers/{id}/start} from a checkpoint. */
  public void start(String id, Checkpoint checkpoint) throws IOException {
    post(
        ApiRequest.post("containers", ContainerName.inUrl(id), "start")
            .query("checkpoint", checkpoint.id())
            .query("checkpoint-dir", checkpoint.folder()));
  }

  /** A checkpoint's name, empty for none, and its directory, empty for the engine's own. */
  public record Checkpoint(String id, String folder) {
    public static final Checkpoint NONE = new Checkpoint("", "");
  }

  /**
   * {@code POST /containers/{id}/stop}.
   *
   * @param signal null for the container's stop signal, which engines before API 1.42 always use
   * @param timeout seconds until the container is killed, -1 for no limit, null for the container's
   *     own
   */
  public void stop(String id, @Nullable String signal, @Nullable Long timeout) throws IOException {
    post(stopRequest("stop", id, signal, timeout));
  }

  /** {@code POST /containers/{id}/restart}: stops as {@link #stop} does, then starts. */
  public void restart(String id, @Nullable String signal, @Nullable Long timeout)
      throws IOException {
    post(stopRequest("restart", id, signal, timeout));
  }

  /** Time until a container is killed that has no stop timeout of its own. */
  private static final Duration DEFAULT_STOP = Duration.ofSeconds(10);

  private ApiRequest stopRequest(
      String verb, String id, @Nullable String signal, @Nullable Long timeout) throws IOException {
    ApiRequest request =
        ApiRequest.post("containers", ContainerName.inUrl(id), verb).query("t", timeout);
    Duration killed = timeout == null ? DEFAULT_STOP : Duration.ofSeconds(Math.max(timeout, 0));
    request.patience(timeout != null && timeout < 0 ? null : killed);
    return engine.assumedApiVersion().isBefore(new ApiVersion(1, 42))
        ? request
        : request.query("signal", signal);
  }

  /** {@code POST /containers/{id}/kill}; {@code signal} is a name or number, null for KILL. */
  public void kill(String id, @Nullable String signal) throws IOException {
    post(ApiRequest.post("containers", ContainerName.inUrl(id), "kill").query("signal", signal));
  }

  /** {@code POST /containers/{id}/update}: changes resource limits and the restart policy. */
  public UpdateResult update(String id, UpdateConfig config) throws IOException {
    ApiRequest request =
        ApiRequest.post("containers", ContainerName.inUrl(id), "update").json(config);
    try (ApiResponse answer = engine.send(request)) {
      return answer.json(UpdateResult.class);
    }
  }

  /** {@code POST /containers/{id}/rename}. */
  public void rename(String id, String name) throws IOException {
    post(ApiRequest.post("containers", ContainerName.inUrl(id), "rename").query("name", name));
  }

  /** {@code POST /containers/{id}/pause}. */
  public void pause(String id) throws IOException {
    post(ApiRequest.post("containers", ContainerName.inUrl(id), "pause"));
  }

  /** {@code POST /containers/{id}/unpause}. */
  public void unpause(String id) throws IOException {
    post(ApiRequest.post("containers", ContainerName.inUrl(id), "unpause"));
  }

  /**
   * {@code POST /containers/{id}/attach}: raw bytes if the container has a TTY, else frames for
   * {@link dev.davit.engine.stream.FrameReader}. Standard input that is not attached is closed at
   * once, as Podman ends the stream only then. Podman sends both standard output and standard error
   * if either is attached.
   */
  public HijackedStream attach(String id, AttachOptions options) throws IOException {
    return engine.upgrade(
        options.addTo(ApiRequest.post("containers", ContainerName.inUrl(id), "attach")),
        options.stdin());
  }

  /**
   * {@code GET /containers/{id}/attach/ws}: always raw bytes, standard output and standard error in
   * one stream. Standard input that is not attached stays open: a WebSocket's closing frame
   * announces the end of both directions, and no ping may be answered after it.
   */
  public HijackedStream attachByWebSocket(String id, AttachOptions options) throws IOException {
    return engine.webSocket(
        options.addTo(ApiRequest.get("containers", ContainerName.inUrl(id), "attach", "ws")));
  }

  /**
   * {@code POST /containers/{id}/wait}. The engine has registered the wait when this method
   * returns, so that no later exit is missed.
   */
  public PendingWait waitFor(String id, WaitCondition condition) throws IOException {
    // docker also requests the version first
    boolean old = engine.apiVersion().isBefore(new ApiVersion(1, 30));
    if (old && condition != WaitCondition.NOT_RUNNING && engine.ping().podman().isEmpty()) {
      return new EventWait(engine, id, condition == WaitCondition.REMOVED);
    }
    return new AnsweredWait(
        engine.send(
            ApiRequest.post("containers", ContainerName.inUrl(id), "wait")
                .patience(null)
                .query(
                    "condition",
                    condition == WaitCondition.NOT_RUNNING ? null : condition.wireName())));
  }

  /**
   * {@code DELETE /containers/{id}}.
   *
   * @param volumes whether the container's anonymous volumes are removed
   * @param link whether to remove the link of that name instead of a container
   * @param force whether a running container is killed first
   */
  public void remove(String id, boolean volumes, boolean link, boolean force) throws IOException {
    post(
        ApiRequest.delete("containers", ContainerName.inUrl(id))
            .flag("v", volumes)
            .flag("link", link)
            .flag("force", force));
  }

  /**
   * {@code POST /containers/prune}: removes stopped containers.
   *
   * @param filters as for {@link ListOptions}
   */
  public PruneResult prune(@Nullable String filters) throws IOException {
    try (ApiResponse answer = engine.send(pruneRequest(filters))) {
      return answer.json(PruneResult.class);
    }
  }

  /** {@code POST /containers/prune}, with the result as the engine's bytes. */
  public byte[] pruneRaw(@Nullable String filters) throws IOException {
    try (ApiResponse answer = engine.send(pruneRequest(filters))) {
      return answer.jsonBytes();
    }
  }

  private ApiRequest pruneRequest(@Nullable String filters) throws IOException {
    engine.apiVersion(); // docker also requests the version first
    return ApiRequest.post("containers", "prune").query("filters", filters);
  }

  private void post(ApiRequest request) throws IOException {
    engine.send(request).close();
  }
}
