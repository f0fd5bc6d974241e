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

/** The exec endpoints, which start commands in running containers. */
public final class Execs {
  private final Engine engine;
  private final boolean observing;

  Execs(Engine engine) {
    this(engine, false);
  }

  private Execs(Engine engine, boolean observing) {
    this.engine = engine;
    this.observing = observing;
  }

  /** Returns these endpoints for commands that only read and need not be recorded. */
  public Execs observing() {
    return new Execs(engine, true);
  }

  /** {@code POST /containers/{id}/exec}; returns the exec's ID. */
  public String create(String container, ExecConfig config) throws IOException {
    try (ApiResponse answer =
        engine.send(
            ApiRequest.post("containers", ContainerName.inUrl(container), "exec")
                .json(config)
                .observing(observing))) {
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
   * @param stdin whether standard input is attached; if not, it is closed at once
   */
  public HijackedStream start(String id, ExecStart options, boolean stdin) throws IOException {
    ApiRequest request = ApiRequest.post("exec", inUrl(id), "start").json(options);
    return engine.upgrade(request.observing(observing), stdin);
  }

  /** {@code POST /exec/{id}/start} without attaching. */
  public void startDetached(String id, ExecStart options) throws IOException {
    ApiRequest request = ApiRequest.post("exec", inUrl(id), "start").json(options);
    engine.send(request.observing(observing)).close();
  }

  /** {@code POST /exec/{id}/resize}: sets the size of the TTY, in characters. */
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

  /** {@code GET /exec/{id}/json}, as the engine's bytes. */
  public byte[] inspectRaw(String id) throws IOException {
    try (ApiResponse answer = engine.send(ApiRequest.get("exec", inUrl(id), "json"))) {
      return answer.jsonBytes();
    }
  }

  /**
   * Returns an ID as a path segment of a URL.
   *
   * @throws EngineException with status 404 for an ID that would change the URL's path, which no
   *     exec has
   */
  private static String inUrl(String id) throws IOException {
    if (id.isBlank() || id.startsWith(".") || id.contains("/")) {
      throw new EngineException(404, "No such exec instance: " + id);
    }
    return id;
  }
}
