package dev.davit.engine;

import dev.davit.engine.http.ApiRequest;
import dev.davit.engine.http.ApiResponse;
import dev.davit.engine.http.PlannedRequest;
import dev.davit.engine.model.CreateResult;
import dev.davit.engine.model.SwarmNode;
import dev.davit.engine.model.SwarmObject;
import dev.davit.engine.model.SwarmService;
import dev.davit.engine.model.SwarmTask;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The endpoints of a swarm's services, tasks and other objects; only managers answer. */
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

  /**
   * {@code GET /services}.
   *
   * @param filters JSON such as {@code {"label":{"job":true}}}
   */
  public List<SwarmService> services(String filters) throws IOException {
    return list(ApiRequest.get("services").query("filters", filters), SwarmService.class);
  }

  /** {@code GET /services/{id}}: the fields that a client acts on. */
  public SwarmService service(String id) throws IOException {
    try (ApiResponse answer = engine.send(ApiRequest.get("services", id))) {
      return answer.json(SwarmService.class);
    }
  }

  /**
   * {@code GET /tasks}.
   *
   * @param filters JSON such as {@code {"service":{"name":true}}}
   */
  public List<SwarmTask> tasks(@Nullable String filters) throws IOException {
    return list(ApiRequest.get("tasks").query("filters", filters), SwarmTask.class);
  }

  /** {@code GET /nodes}. */
  public List<SwarmNode> nodes() throws IOException {
    return list(ApiRequest.get("nodes"), SwarmNode.class);
  }

  /** {@code GET /secrets}. */
  public List<SwarmObject> secrets() throws IOException {
    return list(ApiRequest.get("secrets"), SwarmObject.class);
  }

  /** {@code GET /configs}. */
  public List<SwarmObject> configs() throws IOException {
    return list(ApiRequest.get("configs"), SwarmObject.class);
  }

  private <E> List<E> list(ApiRequest request, Class<E> element) throws IOException {
    try (ApiResponse answer = engine.send(request)) {
      return answer.jsonList(element);
    }
  }

  /**
   * {@code POST /services/create}.
   *
   * @param service the body, a tree of maps, lists and values
   * @param login the value of X-Registry-Auth, which the nodes get; empty for none
   */
  public CreateResult create(Map<String, ?> service, String login) throws IOException {
    try (ApiResponse answer = engine.send(creation(service, login))) {
      return answer.json(CreateResult.class);
    }
  }

  /** Returns the request of {@link #create}, without sending it. */
  public PlannedRequest planCreate(Map<String, ?> service) throws IOException {
    return engine.plan(creation(service, ""));
  }

  private static ApiRequest creation(Map<String, ?> service, String login) {
    ApiRequest request = ApiRequest.post("services", "create").json(service);
    return login.isEmpty() ? request : request.header("X-Registry-Auth", login);
  }

  /**
   * {@code POST /services/{id}/update}; the nodes keep their credentials.
   *
   * @param version the version of the service before
   */
  public void update(String id, long version, Map<String, ?> service) throws IOException {
    ApiRequest request =
        ApiRequest.post("services", id, "update")
            .query("version", version)
            .query("registryAuthFrom", "spec")
            .json(service);
    engine.send(request).close();
  }

  /** {@code DELETE /services/{id}}. */
  public void remove(String id) throws IOException {
    engine.send(ApiRequest.delete("services", id)).close();
  }

  /** {@code GET /services/{id}/logs}; the caller closes the response. */
  public ApiResponse logs(String id, LogsOptions options) throws IOException {
    return engine.send(options.addTo(ApiRequest.get("services", id, "logs")));
  }

  private byte[] raw(ApiRequest request) throws IOException {
    try (ApiResponse answer = engine.send(request)) {
      return answer.jsonBytes();
    }
  }
}
