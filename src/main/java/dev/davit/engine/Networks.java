package dev.davit.engine;

import dev.davit.engine.http.ApiRequest;
import dev.davit.engine.http.ApiResponse;
import dev.davit.engine.http.ApiVersion;
import dev.davit.engine.model.EndpointSettings;
import dev.davit.engine.model.IdAnswer;
import dev.davit.engine.model.NetworkConfig;
import dev.davit.engine.model.NetworkConnect;
import dev.davit.engine.model.NetworkDisconnect;
import dev.davit.engine.model.NetworkPruneResult;
import dev.davit.engine.model.NetworkSummary;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The network endpoints. A name can also be an ID, or a unique prefix of it. */
public final class Networks {
  private static final ApiVersion NAMES_ARE_UNIQUE = new ApiVersion(1, 44);

  private final Engine engine;

  Networks(Engine engine) {
    this.engine = engine;
  }

  /**
   * {@code GET /networks}.
   *
   * @param filters JSON such as {@code {"driver":{"bridge":true}}}; null for no filter
   */
  public List<NetworkSummary> list(@Nullable String filters) throws IOException {
    try (ApiResponse answer = engine.send(ApiRequest.get("networks").query("filters", filters))) {
      return answer.jsonList(NetworkSummary.class);
    }
  }

  /** {@code GET /networks/{name}}: the fields that a client acts on. */
  public NetworkSummary inspect(String name) throws IOException {
    try (ApiResponse answer = engine.send(ApiRequest.get("networks", trim(name)))) {
      return answer.json(NetworkSummary.class);
    }
  }

  /**
   * {@code GET /networks/{name}}, as the engine's bytes.
   *
   * @param verbose whether the services and nodes of a swarm are included
   */
  public byte[] inspectRaw(String name, boolean verbose) throws IOException {
    ApiRequest request =
        ApiRequest.get("networks", trim(name)).query("verbose", verbose ? "true" : null);
    try (ApiResponse answer = engine.send(request)) {
      return answer.jsonBytes();
    }
  }

  /** {@code POST /networks/create}; returns the ID. Sets {@code checkDuplicate}. */
  public String create(NetworkConfig config) throws IOException {
    config.checkDuplicate = engine.apiVersion().isBefore(NAMES_ARE_UNIQUE) ? true : null;
    try (ApiResponse answer = engine.send(ApiRequest.post("networks", "create").json(config))) {
      return answer.json(IdAnswer.class).id();
    }
  }

  /** {@code POST /networks/{name}/connect}: connects a container to a network. */
  public void connect(String name, String container, EndpointSettings endpoint) throws IOException {
    String path = trim(name);
    NetworkConnect body = new NetworkConnect(ContainerName.trim(container), endpoint);
    engine.send(ApiRequest.post("networks", path, "connect").json(body)).close();
  }

  /**
   * {@code POST /networks/{name}/disconnect}: disconnects a container from a network.
   *
   * @param force whether a container that the engine does not know is disconnected, too
   */
  public void disconnect(String name, String container, boolean force) throws IOException {
    String path = trim(name);
    NetworkDisconnect body = new NetworkDisconnect(ContainerName.trim(container), force);
    engine.send(ApiRequest.post("networks", path, "disconnect").json(body)).close();
  }

  /** {@code DELETE /networks/{name}}. */
  public void remove(String name) throws IOException {
    engine.send(ApiRequest.delete("networks", trim(name))).close();
  }

  /**
   * {@code POST /networks/prune}: removes networks without containers.
   *
   * @param filters JSON such as {@code {"until":{"24h":true}}}; null for no filter
   */
  public NetworkPruneResult prune(@Nullable String filters) throws IOException {
    ApiRequest request = ApiRequest.post("networks", "prune").query("filters", filters);
    try (ApiResponse answer = engine.send(request)) {
      return answer.json(NetworkPruneResult.class);
    }
  }

  private static String trim(String name) throws IOException {
    String trimmed = name.strip();
    if (trimmed.isEmpty()) {
      throw new IOException("invalid network name or ID: value is empty");
    }
    return trimmed;
  }
}
