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
 * An engine, with an object for each area of its API. Nothing is sent before the first call, which
 * also negotiates the API version: the newest that client and engine support.
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

  /** An engine whose API version is negotiated at the first use. */
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

  public ImageArchives imageArchives() {
    return new ImageArchives(this);
  }

  public ImageBuilds imageBuilds() {
    return new ImageBuilds(this);
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

  /** The API version of requests to this engine. */
  public ApiVersion apiVersion() throws IOException {
    if (pinned != null) {
      return pinned;
    }
    ApiVersion engines = ping().apiVersion().orElse(ApiVersion.OLDEST);
    return engines.isBefore(ApiVersion.NEWEST) ? engines : ApiVersion.NEWEST;
  }

  /**
   * Whether requests may use an API version, also if davit sends most requests with an older one.
   */
  public boolean supports(ApiVersion version) throws IOException {
    ApiVersion newest = pinned == null ? ping().apiVersion().orElse(ApiVersion.OLDEST) : pinned;
    return !newest.isBefore(version);
  }

  /**
   * The engine's response to {@code HEAD /_ping}, which is sent once; later calls return the first
   * response, or throw the first exception if the engine could not be reached.
   */
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
    // A proxy in between may only allow GET.
    try (ApiResponse answer = transport.ask(ApiRequest.get("_ping"))) {
      return ping(answer);
    }
  }

  /** Whether an engine answers now, even with an error. */
  public boolean isThere() {
    try (ApiResponse answer = transport.ask(ApiRequest.head("_ping"))) {
      return true;
    } catch (UnreachableException e) {
      return false;
    } catch (IOException e) {
      return true;
    }
  }

  /**
   * Sends {@code GET /_ping} again.
   *
   * @throws IOException if the engine's response is not OK
   */
  Ping pingAgain() throws IOException {
    try (ApiResponse answer = transport.send(ApiRequest.get("_ping"), null)) {
      if (!new String(answer.bytes(), UTF_8).strip().equals("OK")) {
        throw answer.invalid("not OK");
      }
      return ping(answer);
    }
  }

  /**
   * Reads a ping response. For an error response without an API version, docker assumes its own.
   */
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

  /**
   * The API version, or the newest if the engine cannot be reached; the next request reports that
   * failure.
   */
  ApiVersion assumedApiVersion() throws IOException {
    try {
      return apiVersion();
    } catch (UnreachableException e) {
      return ApiVersion.NEWEST;
    }
  }

  /**
   * The API version for a request. If the ping's connection was cut, the request is sent all the
   * same, as by docker, so that the error message is about the request.
   */
  private ApiVersion apiVersionFor(ApiRequest request) throws IOException {
    if (request.version() != null) {
      return request.version();
    }
    try {
      return apiVersion();
    } catch (UnreachableException e) {
      if (e.wasCut()) {
        return ApiVersion.NEWEST;
      }
      throw transport.instead(e, request);
    }
  }

  /**
   * Opens a connection to the engine without sending anything, for a caller that forwards the
   * requests of another client.
   */
  public HijackedStream dial() throws IOException {
    return transport.dial();
  }

  HijackedStream webSocket(ApiRequest request) throws IOException {
    return WebSocket.over(transport, request, apiVersion());
  }

  /** Cancels all requests, from any thread; they fail. Later requests are not affected. */
  public void cancelAll() {
    transport.cancelAll();
  }

  @Override
  public void close() {
    transport.close();
  }
}
