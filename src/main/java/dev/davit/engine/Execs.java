package dev.davit.engine;

import dev.davit.engine.http.ApiRequest;
import dev.davit.engine.http.ApiResponse;
import dev.davit.engine.http.EngineException;
import dev.davit.engine.model.ExecConfig;
import dev.davit.engine.model.ExecDetails;
import dev.davit.engine.model.ExecStart;
import dev.davit.engine.model.IdAnswer;
import dev.davit.engine.stream.HijackedStream;
import java.io.IOException;

/** The exec endpoints: processes started in a container that runs already. */
public final class Execs {
  private final Engine engine;

  Execs(Engine engine) {
    this.engine = engine;
  }

  /** {@code POST /containers/{id}/exec}; returns the exec's id. */
  public String create(String container, ExecConfig config) throws IOException {
    try (ApiResponse answer =
        engine.send(
            ApiRequest.post("containers", ContainerName.inUrl(container), "exec").json(config))) {
      String id = answer.json(IdAnswer.class).id();
      if (id.isEmpty()) {
        throw new IOException("exec ID empty");
      }
      return id;
    }
  }

  /**
   * {@code POST /exec/{id}/start} with the streams attached.
   *
   * @param stdin whether standard input is one of them; if not, it is at its end
   */
  public HijackedStream start(String id, ExecStart options, boolean stdin) throws IOException {
    return engine.upgrade(ApiRequest.post("exec", inUrl(id), "start").json(options), stdin);
  }

  /** {@code POST /exec/{id}/start} in the background. */
  public void startDetached(String id, ExecStart options) throws IOException {
    engine.send(ApiRequest.post("exec", inUrl(id), "start").json(options)).close();
  }

  /** {@code POST /exec/{id}/resize}: the size of the TTY, in characters. */
  public void resize(String id, int height, int width) throws IOException {
    engine
        .send(ApiRequest.post("exec", inUrl(id), "resize").query("h", height).query("w", width))
        .close();
  }

  /** {@code GET /exec/{id}/json}. */
  public ExecDetails inspect(String id) throws IOException {
    try (ApiResponse answer = engine.send(ApiRequest.get("exec", inUrl(id), "json"))) {
      return answer.json(ExecDetails.class);
    }
  }

  /** The same, byte for byte. */
  public byte[] inspectRaw(String id) throws IOException {
    try (ApiResponse answer = engine.send(ApiRequest.get("exec", inUrl(id), "json"))) {
      return answer.jsonBytes();
    }
  }

  /** An id as it can stand in a URL; one that the URL would swallow can't be an exec's. */
  private static String inUrl(String id) throws IOException {
    if (id.isBlank() || id.startsWith(".") || id.contains("/")) {
      throw new EngineException(404, "No such exec instance: " + id);
    }
    return id;
  }
}
