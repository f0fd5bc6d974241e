package dev.davit.engine.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import dev.davit.engine.http.ApiRequest.Parameter;
import dev.davit.engine.socket.EngineAddress;
import dev.davit.engine.socket.SshCommand;
import dev.davit.engine.socket.UnixSocket;
import dev.davit.engine.stream.HijackedStream;
import dev.davit.engine.stream.UnixStream;
import dev.davit.json.JsonBinding;
import dev.davit.text.GoQuery;
import java.io.Closeable;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import okhttp3.Call;
import okhttp3.Headers;
import okhttp3.HttpUrl;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import okio.Socket;
import org.jspecify.annotations.Nullable;

/**
 * Sends requests to an engine over OkHttp; no other class opens a connection.
 *
 * <p>Only this class converts a status of 400 or above to an {@link EngineException}, and a failure
 * below HTTP to an {@link UnreachableException}.
 */
public final class Transport implements Closeable {
  private static final RequestBody NOTHING = RequestBody.create(new byte[0]);

  private final EngineAddress address;
  private final EngineOptions options;
  private final HttpClients link;

  public Transport(EngineAddress address, EngineOptions options) {
    this.address = address;
    this.options = options;
    this.link = HttpClients.to(address, options);
  }

  /**
   * Sends a request and returns the response.
   *
   * @param version the API version in the path; null to leave it out
   * @throws EngineException if the engine rejects the request
   * @throws IOException if the engine cannot be reached, or responds with a redirect
   */
  public ApiResponse send(ApiRequest request, @Nullable ApiVersion version) throws IOException {
    HttpUrl url = url(request, version);
    Call call = link.client().newCall(okRequest(request, url));
    Deadline deadline = deadline(request, call);
    try {
      Response response = checked(url, execute(request, call));
      return new ApiResponse(describe(request), call, response, deadline);
    } catch (IOException e) {
      deadline.stop();
      throw deadline.reason(e);
    }
  }

  /** The request that {@link #send} would send. */
  public PlannedRequest plan(ApiRequest request, @Nullable ApiVersion version) throws IOException {
    HttpUrl url = url(request, version);
    String query = url.encodedQuery();
    return new PlannedRequest(
        request.method,
        url.encodedPath() + (query == null ? "" : '?' + query),
        request.json == null ? "" : new String(JsonBinding.write(request.json), UTF_8));
  }

  /** Sends a request without an API version and returns the response, error responses included. */
  public ApiResponse ask(ApiRequest request) throws IOException {
    HttpUrl url = url(request, null);
    Call call = link.client().newCall(okRequest(request, url));
    Deadline deadline = deadline(request, call);
    try {
      return new ApiResponse(describe(request), call, execute(request, call), deadline);
    } catch (IOException e) {
      deadline.stop();
      throw deadline.reason(e);
    }
  }

  /**
   * Sends a request that upgrades the connection to a byte stream.
   *
   * @param stdin whether standard input is attached. If not, it is closed at once, as Podman waits
   *     for its end.
   */
  public HijackedStream upgrade(ApiRequest request, @Nullable ApiVersion version, boolean stdin)
      throws IOException {
    HijackedStream stream = hijacked(upgrade(request, version, "tcp"));
    if (!stdin && link.mayEndUnusedInput()) {
      stream.endInput();
    }
    return stream;
  }

  /** Sends a request for another protocol; the response has the connection's socket. */
  public Response upgrade(ApiRequest request, @Nullable ApiVersion version, String protocol)
      throws IOException {
    HttpUrl url = url(request, version);
    Request upgrade =
        okRequest(request, url)
            .newBuilder()
            .header("Connection", "Upgrade")
            .header("Upgrade", protocol)
            .tag(SocketTag.class, new SocketTag())
            .build();
    Call call = link.upgrades().newCall(upgrade);
    Deadline deadline = deadline(request, call);
    Response response;
    try {
      response = checked(url, execute(request, call));
    } catch (IOException e) {
      throw deadline.reason(e);
    } finally {
      deadline.stop();
    }
    if (response.socket() == null) {
      response.close();
      throw new IOException("unable to upgrade to " + protocol + ", received " + response.code());
    }
    return response;
  }

  /** Opens a connection for a caller that speaks HTTP itself. */
  public HijackedStream dial() throws IOException {
    return RawConnection.open(link.direct(), link.base());
  }

  /** The byte stream of an upgraded connection. */
  public static HijackedStream hijacked(Response response) throws IOException {
    Socket upgraded = requireNonNull(response.socket());
    SocketTag tag = response.request().tag(SocketTag.class);
    if (tag != null && tag.socket instanceof UnixSocket socket) {
      return UnixStream.of(socket, upgraded);
    }
    return HijackedStream.over(upgraded);
  }

  private Deadline deadline(ApiRequest request, Call call) {
    Timeouts timeouts = options.timeouts();
    Duration limit = request.isPing() ? timeouts.ping() : timeouts.request();
    boolean endless = limit.isZero() || request.patience == null || request.content != null;
    return Deadline.start(
        call,
        describe(request),
        endless ? Duration.ZERO : limit.plus(request.patience),
        request.isPing() ? timeouts.pingFlag() : timeouts.requestFlag());
  }

  /** The exception for a request that is not sent because the engine cannot be reached. */
  public UnreachableException instead(UnreachableException failure, ApiRequest request)
      throws IOException {
    return failure.instead(request.method, shown(url(request, ApiVersion.NEWEST)));
  }

  private HttpUrl url(ApiRequest request, @Nullable ApiVersion version) throws IOException {
    if (request.route().matches(".*/\\.\\.?(/.*)?")) {
      // such segments would change the path
      throw new IOException("invalid reference format");
    }
    HttpUrl.Builder url = link.base().newBuilder();
    if (version != null) {
      url.addPathSegment("v" + version);
    }
    request.path.forEach(url::addPathSegments);
    // sorted and escaped as by Go, as messages have the URL
    List<Parameter> query = new ArrayList<>(request.query);
    query.sort((a, b) -> a.name().compareTo(b.name()));
    query.forEach(each -> url.addEncodedQueryParameter(each.name(), GoQuery.escape(each.value())));
    return url.build();
  }

  private Request okRequest(ApiRequest request, HttpUrl url) throws IOException {
    Request.Builder builder =
        new Request.Builder()
            .url(url)
            .header("User-Agent", options.userAgent())
            // OkHttp would accept gzip, which costs more than a local socket gains.
            .header("Accept-Encoding", "identity");
    if (request.json != null) {
      builder.header("Content-Type", "application/json");
    }
    if (link.host() != null) {
      builder.header("Host", link.host());
    }
    builder.method(request.method, body(request));
    if (!options.headers().isEmpty()) {
      builder.headers(with(options.headers(), builder.build().headers()));
    }
    request.headers.forEach(builder::header);
    return builder.build();
  }

  /** Adds headers of any characters, as Go does. */
  private static Headers with(Map<String, String> more, Headers headers) {
    Headers.Builder all = headers.newBuilder();
    more.forEach((name, value) -> all.removeAll(name).addUnsafeNonAscii(name, value));
    return all.build();
  }

  private static @Nullable RequestBody body(ApiRequest request) throws IOException {
    if (request.content != null) {
      return new StreamedBody(request.content, request.contentType);
    }
    if (request.json != null) {
      return RequestBody.create(JsonBinding.write(request.json));
    }
    return request.method.equals("POST") || request.method.equals("PUT") ? NOTHING : null;
  }

  private Response execute(ApiRequest asked, Call call) throws IOException {
    Request request = call.request();
    options.log().asks(address, request, asked);
    long begin = System.nanoTime();
    try {
      Response response = call.execute();
      options.log().ended(request, Integer.toString(response.code()), System.nanoTime() - begin);
      return options.log().answered(asked, response);
    } catch (StreamedBody.SourceFailed e) {
      options.log().failed(asked);
      throw asked.contentIsFile ? unreachable(e.reason(), request) : e.reason();
    } catch (SshCommand.Ended e) {
      options.log().failed(asked);
      throw unreachable(e, request);
    } catch (IOException e) {
      options.log().ended(request, String.valueOf(e.getMessage()), System.nanoTime() - begin);
      options.log().failed(asked);
      throw unreachable(e, request);
    }
  }

  private UnreachableException unreachable(IOException e, Request request) {
    return new UnreachableException(address, e, request.method(), shown(request.url()));
  }

  /** A URL as in docker's messages: on a Unix socket the host is the escaped path. */
  private String shown(HttpUrl url) {
    return link.shown() + url.toString().substring(HttpClients.shown(link.base()).length());
  }

  private Response checked(HttpUrl url, Response response) throws IOException {
    int status = response.code();
    if (status < 300 || status == 304) {
      return response;
    }
    try (response) {
      if (status < 400) {
        throw new IOException(
            "the engine answered with a redirect (" + status + "): redirects are not followed");
      }
      throw ErrorResponse.of(response, shown(url));
    }
  }

  private static String describe(ApiRequest request) {
    return request.method + ' ' + request.route();
  }

  /** Cancels all requests, from any thread. */
  public void cancelAll() {
    link.client().dispatcher().cancelAll();
  }

  @Override
  public void close() {
    link.close();
  }
}
