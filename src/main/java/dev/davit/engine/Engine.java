package dev.davit.engine;

import java.io.Closeable;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.time.Duration;
import java.util.Map;
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

  private Engine(EngineAddress address, Transport transport, @Nullable ApiVersion pinned) {
    this.address = address;
    this.transport = transport;
    this.pinned = pinned;
  }

  /** An engine at {@code address}, its API version agreed on first use. */
  public static Engine at(EngineAddress address) {
    return at(address, Map.of(), null, Duration.ZERO);
  }

  /**
   * An engine at {@code address}.
   *
   * @param headers sent with each request
   * @param version spoken without asking the engine; null to agree on one
   * @param limit how long the engine may be silent; zero for ever, as attached streams need it
   */
  public static Engine at(
      EngineAddress address,
      Map<String, String> headers,
      @Nullable ApiVersion version,
      Duration limit) {
    return new Engine(address, new Transport(address, headers, limit), version);
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

  /**
   * The same, or any where nobody is there to ask: what is then told is that the request fails. An
   * engine that is silent is not waited for twice.
   */
  private ApiVersion versionToSend() throws IOException {
    try {
      return apiVersion();
    } catch (UnreachableException e) {
      if (e.getCause() instanceof InterruptedIOException) {
        throw e;
      }
      return ApiVersion.NEWEST;
    }
  }

  /** The engine's answer to {@code HEAD /_ping}, asked for once. */
  public synchronized Ping ping() throws IOException {
    if (ping == null) {
      ping = askPing();
    }
    return ping;
  }

  /** Whether anybody answers, now. */
  public boolean isThere() {
    try (Answer answer = transport.ask(ApiRequest.head("_ping"))) {
      return true;
    } catch (UnreachableException e) {
      return false;
    } catch (IOException e) {
      return true;
    }
  }

  private Ping askPing() throws IOException {
    try (Answer answer = transport.ask(ApiRequest.head("_ping"))) {
      if (answer.status() == 200 || answer.status() == 500) {
        return ping(answer);
      }
    }
    // a proxy in between may allow GET only
    try (Answer answer = transport.ask(ApiRequest.get("_ping"))) {
      return ping(answer);
    }
  }

  /** An error answer may tell the version too; where it does not, docker takes its own. */
  private static Ping ping(Answer answer) {
    Optional<ApiVersion> told =
        Optional.ofNullable(answer.header("Api-Version")).flatMap(ApiVersion::parse);
    Optional<ApiVersion> version =
        told.isEmpty() && answer.status() >= 400 ? Optional.of(ApiVersion.NEWEST) : told;
    return new Ping(
        version,
        Optional.ofNullable(answer.header("Ostype")),
        "true".equals(answer.header("Docker-Experimental")));
  }

  Answer send(ApiRequest request) throws IOException {
    return transport.send(request, versionToSend());
  }

  PlannedRequest plan(ApiRequest request) throws IOException {
    return transport.plan(request, apiVersion());
  }

  HijackedStream upgrade(ApiRequest request) throws IOException {
    return transport.upgrade(request, versionToSend());
  }

  HijackedStream webSocket(ApiRequest request) throws IOException {
    return WebSocket.over(transport, request, apiVersion());
  }

  @Override
  public void close() {
    transport.close();
  }
}
