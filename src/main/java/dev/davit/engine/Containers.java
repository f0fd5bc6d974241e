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
 * The container endpoints, in the order of the API documentation. A container is named by its id, a
 * unique prefix of it, or its name. Every method throws {@link
 * dev.davit.engine.http.EngineException} where the engine refuses (404 no such container, 409 wrong
 * state) and {@link IOException} where it can't be asked.
 */
public final class Containers {
  private final Engine engine;

  Containers(Engine engine) {
    this.engine = engine;
  }

  /** {@code GET /containers/json}. */
  public List<ContainerSummary> list(ListOptions options) throws IOException {
    List<ContainerSummary> all = new ArrayList<>();
    list(options, all::add);
    return all;
  }

  /** The same, a container at a time: of thousands none needs to be held. */
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
   * What to list.
   *
   * @param all those that don't run too
   * @param limit the last created so many, in any state; 0 or less for no limit
   * @param size also compute the sizes, which is slow
   * @param filters JSON, {@code {"status":{"running":true}}}; null for none
   */
  public record ListOptions(boolean all, long limit, boolean size, @Nullable String filters) {}

  /** {@code POST /containers/create}; the spec is put into the form that this engine knows. */
  public CreateResult create(ContainerSpec spec) throws IOException {
    try (ApiResponse answer = engine.send(createRequest(spec))) {
      CreateResult created = answer.json(CreateResult.class);
      if (created.id().isEmpty()) {
        throw answer.invalid("no container ID");
      }
      return created;
    }
  }

  /** What {@link #create} would send. */
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

  /** {@code GET /containers/{id}/json}: what a client needs to know before it attaches. */
  public ContainerDetails inspect(String id) throws IOException {
    try (ApiResponse answer = engine.send(inspectRequest(id, false))) {
      return answer.json(ContainerDetails.class);
    }
  }

  /** {@code GET /containers/{id}/json}, byte for byte; {@code size} computes the sizes too. */
  public byte[] inspectRaw(String id, boolean size) throws IOException {
    try (ApiResponse answer = engine.send(inspectRequest(id, size))) {
      return answer.jsonBytes();
    }
  }

  private static ApiRequest inspectRequest(String id, boolean size) throws IOException {
    return ApiRequest.get("containers", ContainerName.inUrl(id), "json").flag("size", size);
  }

  /** {@code GET /containers/{id}/top}; {@code psArgs} are for the ps of the engine's host. */
  public TopResult top(String id, String psArgs) throws IOException {
    ApiRequest request =
        ApiRequest.get("containers", ContainerName.inUrl(id), "top").query("ps_args", psArgs);
    try (ApiResponse answer = engine.send(request)) {
      return answer.json(TopResult.class);
    }
  }

  /**
   * {@code GET /containers/{id}/logs}: raw with a TTY, else frames for {@link
   * dev.davit.engine.stream.FrameReader}.
   */
  public ApiResponse logs(String id, LogsOptions options) throws IOException {
    return engine.send(
        options.addTo(ApiRequest.get("containers", ContainerName.inUrl(id), "logs")));
  }

  /** {@code GET /containers/{id}/changes}: what differs from the image. */
  public List<FilesystemChange> changes(String id) throws IOException {
    ApiRequest request = ApiRequest.get("containers", ContainerName.inUrl(id), "changes");
    try (ApiResponse answer = engine.send(request)) {
      return answer.jsonList(FilesystemChange.class);
    }
  }

  /** {@code GET /containers/{id}/export}: all its files, as a tar stream. */
  public ApiResponse export(String id) throws IOException {
    return engine.send(ApiRequest.get("containers", ContainerName.inUrl(id), "export"));
  }

  /**
   * {@code GET /containers/{id}/stats}: one sample a second until closed; without {@code stream}
   * one sample that has a second's measurement behind it, or none with {@code oneShot}.
   */
  public JsonStream<ContainerStats> stats(String id, boolean stream, boolean oneShot)
      throws IOException {
    return engine.send(statsRequest(id, stream, oneShot)).jsonStream(ContainerStats.class);
  }

  /** The same, each sample as the engine sent it, in one line. */
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

  /** {@code POST /containers/{id}/resize}: the size of the TTY, in characters. */
  public void resize(String id, int height, int width) throws IOException {
    post(
        ApiRequest.post("containers", ContainerName.inUrl(id), "resize")
            .query("h", height)
            .query("w", width));
  }

  /** {@code POST /containers/{id}/start}; nothing happens to one that runs. */
  public void start(String id) throws IOException {
    start(id, Checkpoint.NONE);
  }

  /** The same, restored from a checkpoint. */
  public void start(String id, Checkpoint checkpoint) throws IOException {
    post(
        ApiRequest.post("containers", ContainerName.inUrl(id), "start")
            .query("checkpoint", checkpoint.id())
            .query("checkpoint-dir", checkpoint.folder()));
  }

  /** A checkpoint to start from, in the engine's own folder unless one is named; or none. */
  public record Checkpoint(String id, String folder) {
    public static final Checkpoint NONE = new Checkpoint("", "");
  }

  /**
   * {@code POST /containers/{id}/stop}.
   *
   * @param signal null for the container's own stop signal; engines before 1.42 always use that
   * @param timeout seconds until it is killed, -1 for never, null for the container's own
   */
  public void stop(String id, @Nullable String signal, @Nullable Long timeout) throws IOException {
    post(stopRequest("stop", id, signal, timeout));
  }

  /** {@code POST /containers/{id}/restart}: as {@link #stop}, then start. */
  public void restart(String id, @Nullable String signal, @Nullable Long timeout)
      throws IOException {
    post(stopRequest("restart", id, signal, timeout));
  }

  /** How long the engine waits before it kills, unless a container has a time of its own. */
  private static final Duration USUAL_STOP = Duration.ofSeconds(10);

  private ApiRequest stopRequest(
      String verb, String id, @Nullable String signal, @Nullable Long timeout) throws IOException {
    ApiRequest request =
        ApiRequest.post("containers", ContainerName.inUrl(id), verb).query("t", timeout);
    Duration killed = timeout == null ? USUAL_STOP : Duration.ofSeconds(Math.max(timeout, 0));
    request.patience(timeout != null && timeout < 0 ? null : killed);
    return engine.assumedApiVersion().isBefore(new ApiVersion(1, 42))
        ? request
        : request.query("signal", signal);
  }

  /** {@code POST /containers/{id}/kill}; {@code signal} is a name or number, null for KILL. */
  public void kill(String id, @Nullable String signal) throws IOException {
    post(ApiRequest.post("containers", ContainerName.inUrl(id), "kill").query("signal", signal));
  }

  /** {@code POST /containers/{id}/update}: changes limits and restart policy. */
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
   * {@code POST /containers/{id}/attach}: raw with a TTY, else frames for {@link
   * dev.davit.engine.stream.FrameReader}. Standard input is at its end if it is not attached;
   * Podman ends the stream only then, and sends standard output and error whichever of them is
   * attached.
   */
  public HijackedStream attach(String id, AttachOptions options) throws IOException {
    return engine.upgrade(
        options.addTo(ApiRequest.post("containers", ContainerName.inUrl(id), "attach")),
        options.stdin());
  }

  /**
   * {@code GET /containers/{id}/attach/ws}: always raw, standard output and error as one. Standard
   * input that is not attached stays open: a WebSocket's closing frame announces the end of both
   * directions, and no ping may be answered after it.
   */
  public HijackedStream attachByWebSocket(String id, AttachOptions options) throws IOException {
    return engine.webSocket(
        options.addTo(ApiRequest.get("containers", ContainerName.inUrl(id), "attach", "ws")));
  }

  /**
   * {@code POST /containers/{id}/wait}. The engine has registered the wait when this returns, so
   * that no exit after it is missed.
   */
  public PendingWait waitFor(String id, WaitCondition condition) throws IOException {
    boolean old = engine.apiVersion().isBefore(new ApiVersion(1, 30)); // docker, too, asks first
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
   * @param volumes its anonymous volumes too
   * @param link remove the link of that name, not a container
   * @param force kill it first if it runs
   */
  public void remove(String id, boolean volumes, boolean link, boolean force) throws IOException {
    post(
        ApiRequest.delete("containers", ContainerName.inUrl(id))
            .flag("v", volumes)
            .flag("link", link)
            .flag("force", force));
  }

  /**
   * {@code POST /containers/prune}: removes those that don't run.
   *
   * @param filters as for {@link ListOptions}
   */
  public PruneResult prune(@Nullable String filters) throws IOException {
    try (ApiResponse answer = engine.send(pruneRequest(filters))) {
      return answer.json(PruneResult.class);
    }
  }

  /** The same, its result byte for byte. */
  public byte[] pruneRaw(@Nullable String filters) throws IOException {
    try (ApiResponse answer = engine.send(pruneRequest(filters))) {
      return answer.jsonBytes();
    }
  }

  private ApiRequest pruneRequest(@Nullable String filters) throws IOException {
    engine.apiVersion(); // as in docker: see waitFor
    return ApiRequest.post("containers", "prune").query("filters", filters);
  }

  private void post(ApiRequest request) throws IOException {
    engine.send(request).close();
  }
}
