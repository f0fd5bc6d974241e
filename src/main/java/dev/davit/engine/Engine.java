package dev.davit.engine;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.davit.engine.http.ApiRequest;
import dev.davit.engine.http.ApiResponse;
import dev.davit.engine.http.ApiVersion;
import dev.davit.engine.http.EngineOptions;
import dev.davit.engine.http.PlannedRequest;
import dev.davit.engine.http.Transport;
import dev.davit.engine.http.UnreachableException;
import dev.davit.engine.socket.EngineAddress;
import dev.davit.engine.stream.HijackedStream;
import java.io.Closeable;
import java.io.IOException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One engine: the way into the API, by area. Nothing is sent before the first call, which also
 * agrees on the API version: the newest that both sides speak.
 */
public final class Engine implements Closeable {
  private final EngineAddress address;
  private final Transport transport;
  private final @Nullable ApiVersion pinned;
  private @Nullable Ping ping;
  private @Nullable UnreachableException noPing;

  private Engine(EngineAddress address, EngineOptions options) {
    this.address = address;
    this.transport = new Transport(address, options);
    this.pinned = options.version();
  }

  /** An engine at {@code address}, its API version agreed on first use. */
  public static Engine at(EngineAddress address) {
    return at(address, EngineOptions.NONE);
  }

  public static Engine at(EngineAddress address, EngineOptions options) {
    return new Engine(address, options);
  }

  public EngineAddress address() {
    return address;
  }

  public Containers containers() {
    return new Containers(this);
  }

  public Archives archives() {
    return new Archives(this);
  }

  public Execs execs() {
    return new Execs(this);
  }

  public Images images() {
    return new Images(this);
  }

  public Networks networks() {
    return new Networks(this);
  }

  public Volumes volumes() {
    return new Volumes(this);
  }

  public Swarm swarm() {
    return new Swarm(this);
  }

  public EngineSystem system() {
    return new EngineSystem(this);
  }

  /** The API version spoken with this engine. */
  public ApiVersion apiVersion() throws IOException {
    if (pinned != null) {
      return pinned;
    }
    ApiVersion engines = ping().apiVersion().orElse(ApiVersion.OLDEST);
    return engines.isBefore(ApiVersion.NEWEST) ? engines : ApiVersion.NEWEST;
  }

  /** The engine's answer to {@code HEAD /_ping}, asked for once, reachable or not. */
  public synchronized Ping ping() throws IOException {
    if (noPing != null) {
      throw noPing;
    }
    if (ping == null) {
      try {
        ping = askPing();
      } catch (UnreachableException e) {
        noPing = e;
        throw e;
      }
    }
    return ping;
  }

  private Ping askPing() throws IOException {
    try (ApiResponse answer = transport.ask(ApiRequest.head("_ping"))) {
      if (answer.status() == 200 || answer.status() == 500) {
        return ping(answer);
      }
    }
    // a proxy in between may allow GET only
    try (ApiResponse answer = transport.ask(ApiRequest.get("_ping"))) {
      return ping(answer);
    }
  }

  /** Whether anybody answers, now. */
  public boolean isThere() {
    try (ApiResponse answer = transport.ask(ApiRequest.head("_ping"))) {
      return true;
    } catch (UnreachableException e) {
      return !e.isSilence();
    } catch (IOException e) {
      return true;
    }
  }

  /** Asks whether the engine is well; one that says no is refused. */
  Ping pingAgain() throws IOException {
    try (ApiResponse answer = transport.send(ApiRequest.get("_ping"), null)) {
      if (!new String(answer.bytes(), UTF_8).strip().equals("OK")) {
        throw answer.invalid("not OK");
      }
      return ping(answer);
    }
  }

  /** An error answer may tell the version too; where it does not, docker takes its own. */
  private static Ping ping(ApiResponse answer) {
    Optional<ApiVersion> told =
        Optional.ofNullable(answer.header("Api-Version")).flatMap(ApiVersion::parse);
    Optional<ApiVersion> version =
        told.isEmpty() && answer.status() >= 400 ? Optional.of(ApiVersion.NEWEST) : told;
    return new Ping(
        version,
        Optional.ofNullable(answer.header("Ostype")),
        "true".equals(answer.header("Docker-Experimental")),
        Optional.ofNullable(answer.header("Libpod-Api-Version")));
  }

  ApiResponse send(ApiRequest request) throws IOException {
    return transport.send(request, apiVersionFor(request));
  }

  PlannedRequest plan(ApiRequest request) throws IOException {
    return transport.plan(request, apiVersion());
  }

  HijackedStream upgrade(ApiRequest request, boolean stdin) throws IOException {
    return transport.upgrade(request, apiVersionFor(request), stdin);
  }

  /** The same; the newest where the engine can't be asked, which the next request will tell. */
  ApiVersion assumedApiVersion() throws IOException {
    try {
      return apiVersion();
    } catch (UnreachableException e) {
      return ApiVersion.NEWEST;
    }
  }

  /** docker asks anyway where its ping fails, so that its message is about the request. */
  private ApiVersion apiVersionFor(ApiRequest request) throws IOException {
    try {
      return apiVersion();
    } catch (UnreachableException e) {
      if (e.wasCut()) {
        return ApiVersion.NEWEST;
      }
      throw transport.instead(e, request);
    }
  }

  HijackedStream webSocket(ApiRequest request) throws IOException {
    return WebSocket.over(transport, request, apiVersion());
  }

  @Override
  public void close() {
    transport.close();
  }
}
