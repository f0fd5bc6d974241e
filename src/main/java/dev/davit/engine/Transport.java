package dev.davit.engine;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;
import static java.util.concurrent.TimeUnit.SECONDS;

import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Proxy;
import java.net.UnknownHostException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Path;
import java.security.Security;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import okhttp3.Call;
import okhttp3.ConnectionPool;
import okhttp3.ConnectionSpec;
import okhttp3.Dns;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;
import okhttp3.Protocol;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import okio.Socket;
import org.jspecify.annotations.Nullable;

/**
 * Carries requests to one engine over OkHttp; nothing else opens a connection.
 *
 * <p>A status of 400 or more becomes an {@link EngineException} here and nowhere else; what fails
 * below HTTP becomes an {@link IOException} in docker's words.
 */
final class Transport implements Closeable {
  private static final RequestBody NOTHING = RequestBody.create(new byte[0]);

  private static final String UNREACHABLE = "Cannot connect to the Docker daemon at ";

  /** What moby's client sends as Host on a Unix socket. */
  private static final String UNIX_HOST = "api.moby.localhost";

  /** The host of our URLs there, which goes nowhere; for names OkHttp loads tables of Unicode. */
  private static final String LOOPBACK = "::1";

  private final EngineAddress address;
  private final Map<String, String> headers;
  private final HttpUrl base;
  private final OkHttpClient client;

  /** {@code limit} is how long the engine may be silent; zero for ever. */
  Transport(EngineAddress address, Map<String, String> headers, Duration limit) {
    this.address = address;
    this.headers = headers;
    setUpOneSecurityProvider();
    OkHttpClient.Builder builder =
        new OkHttpClient.Builder()
            .protocols(List.of(Protocol.HTTP_1_1))
            .connectionSpecs(List.of(ConnectionSpec.CLEARTEXT))
            .proxy(Proxy.NO_PROXY)
            .fastFallback(false)
            .retryOnConnectionFailure(false)
            .followRedirects(false)
            .connectTimeout(limit.isZero() ? Duration.ofSeconds(30) : limit)
            // An attached container may be silent for days, and OkHttp's read timeout would
            // survive the upgrade.
            .readTimeout(limit)
            .writeTimeout(limit)
            // an engine that sends a byte now and then does not count as one that answers
            .callTimeout(limit.multipliedBy(8));
    // No switch over the types: java makes code for one at its first use, which takes 40 ms.
    if (address instanceof EngineAddress.Unix unix) {
      builder.socketFactory(UnixSocket.factory(Path.of(unix.path()))).dns(new Loopback());
      this.base = new HttpUrl.Builder().scheme("http").host(LOOPBACK).build();
    } else if (address instanceof EngineAddress.Tcp tcp) {
      this.base =
          new HttpUrl.Builder()
              .scheme("http")
              .host(tcp.host())
              .port(tcp.port())
              .addPathSegments(tcp.path())
              .build();
    } else {
      throw new UnsupportedOperationException("no transport for " + address);
    }
    this.client = builder.addNetworkInterceptor(new SocketTag.Filler()).build();
  }

  /**
   * OkHttp wants to know the name of the first security provider, for which java sets up all dozen:
   * 30 ms. Without TLS nothing needs the others, and java takes each provider named only once.
   */
  private static void setUpOneSecurityProvider() {
    String first = Security.getProperty("security.provider.1");
    for (int i = 2; Security.getProperty("security.provider." + i) != null; i++) {
      Security.setProperty("security.provider." + i, first);
    }
  }

  /**
   * Sends a request below {@code version} (null: below no version) and returns the answer.
   *
   * @throws EngineException if the engine refuses it
   * @throws IOException if the engine can't be reached, or answers with a redirect
   */
  Answer send(ApiRequest request, @Nullable ApiVersion version) throws IOException {
    HttpUrl url = url(request, version);
    Call call = client.newCall(okRequest(request, url));
    return new Answer(describe(request), call, checked(url, execute(call, url)));
  }

  /** The request as {@link #send} would send it. */
  PlannedRequest plan(ApiRequest request, @Nullable ApiVersion version) throws IOException {
    HttpUrl url = url(request, version);
    String query = url.encodedQuery();
    return new PlannedRequest(
        request.method,
        url.encodedPath() + (query == null ? "" : '?' + query),
        request.json == null ? "" : new String(JsonBody.of(request.json), UTF_8));
  }

  /** Sends a request below no version and returns the answer, whatever its status. */
  Answer ask(ApiRequest request) throws IOException {
    HttpUrl url = url(request, null);
    Call call = client.newCall(okRequest(request, url));
    return new Answer(describe(request), call, execute(call, url));
  }

  /** Sends a request whose answer turns the connection into a byte stream. */
  HijackedStream upgrade(ApiRequest request, @Nullable ApiVersion version) throws IOException {
    return hijacked(upgrade(request, version, "tcp"));
  }

  /** The answer to a request for another protocol, which carries the connection's socket. */
  Response upgrade(ApiRequest request, @Nullable ApiVersion version, String protocol)
      throws IOException {
    HttpUrl url = url(request, version);
    Request upgrade =
        okRequest(request, url)
            .newBuilder()
            .header("Connection", "Upgrade")
            .header("Upgrade", protocol)
            .tag(SocketTag.class, new SocketTag())
            .build();
    Response response = checked(url, execute(upgrades().newCall(upgrade), url));
    if (response.socket() == null) {
      response.close();
      throw new IOException("unable to upgrade to " + protocol + ", received " + response.code());
    }
    return response;
  }

  /**
   * Upgrades get new connections, so that one is left for what is asked meanwhile: an engine that
   * is told to end takes no new ones, but still tells what its containers ended with.
   */
  private OkHttpClient upgrades() {
    return client.newBuilder().connectionPool(new ConnectionPool(0, 1, SECONDS)).build();
  }

  /** The connection of an answer that took it over. */
  static HijackedStream hijacked(Response response) throws IOException {
    Socket upgraded = requireNonNull(response.socket());
    SocketTag tag = response.request().tag(SocketTag.class);
    if (tag != null && tag.socket instanceof UnixSocket socket) {
      return HijackedStream.over(socket, upgraded);
    }
    return HijackedStream.over(upgraded);
  }

  private HttpUrl url(ApiRequest request, @Nullable ApiVersion version) throws IOException {
    if (request.route().matches(".*/\\.\\.?(/.*)?")) {
      // they would lead elsewhere
      throw new IOException("invalid reference format");
    }
    HttpUrl.Builder url = base.newBuilder();
    if (version != null) {
      url.addPathSegment("v" + version);
    }
    request.path.forEach(url::addPathSegments);
    request.query.forEach(each -> url.addQueryParameter(each.name(), each.value()));
    return url.build();
  }

  private Request okRequest(ApiRequest request, HttpUrl url) throws IOException {
    Request.Builder builder =
        new Request.Builder()
            .url(url)
            .header("User-Agent", "davit")
            // OkHttp would ask for gzip, which costs more than a local socket gains.
            .header("Accept-Encoding", "identity");
    if (request.json != null) {
      builder.header("Content-Type", "application/json");
    }
    if (address instanceof EngineAddress.Unix) {
      builder.header("Host", UNIX_HOST);
    }
    headers.forEach(builder::header);
    request.headers.forEach(builder::header);
    return builder.method(request.method, body(request)).build();
  }

  private static @Nullable RequestBody body(ApiRequest request) throws IOException {
    if (request.content != null) {
      return new StreamedBody(request.content);
    }
    if (request.json != null) {
      return RequestBody.create(JsonBody.of(request.json));
    }
    return request.method.equals("POST") || request.method.equals("PUT") ? NOTHING : null;
  }

  private Response execute(Call call, HttpUrl url) throws IOException {
    try {
      return call.execute();
    } catch (StreamedBody.SourceFailed e) {
      throw e.reason();
    } catch (IOException e) {
      String said = explain(e, call.request().method(), url);
      throw said.startsWith(UNREACHABLE) || isDenied(e) || e instanceof UnknownHostException
          ? new UnreachableException(said, e)
          : new IOException(said, e);
    }
  }

  /** Says in docker's words why no answer came. */
  private String explain(IOException e, String method, HttpUrl url) {
    String message = String.valueOf(e.getMessage());
    String doing = '"' + dockerUrl(url) + "\": ";
    String verb = method.charAt(0) + method.substring(1).toLowerCase(Locale.ROOT) + ' ';
    if (isDenied(e)) {
      return "permission denied while trying to connect to the Docker daemon socket at "
          + address
          + ": "
          + verb
          + doing
          + "dial unix "
          + address.toString().substring("unix://".length())
          + ": connect: permission denied";
    }
    if (e instanceof UnknownHostException) {
      return "error during connect: " + verb + doing + "lookup " + url.host() + ": no such host";
    }
    if (e instanceof EOFException || message.startsWith("unexpected end of stream")) {
      return "error during connect: " + verb + doing + "EOF";
    }
    if (e instanceof java.net.SocketException || e instanceof java.io.InterruptedIOException) {
      return UNREACHABLE + address + ". Is the docker daemon running?";
    }
    return "error during connect: " + verb + doing + message;
  }

  private static boolean isDenied(IOException e) {
    return e instanceof AccessDeniedException
        || String.valueOf(e.getMessage()).contains("Permission denied");
  }

  /** The URL as docker's messages write it: on a Unix socket the host is the escaped path. */
  private String dockerUrl(HttpUrl url) {
    if (!(address instanceof EngineAddress.Unix unix)) {
      return url.toString();
    }
    return "http://"
        + unix.path().replace("/", "%2F")
        + url.toString().substring(base.toString().length() - 1);
  }

  private Response checked(HttpUrl url, Response response) throws IOException {
    int status = response.code();
    if (status < 300 || status == 304) {
      return response;
    }
    try (response) {
      if (status < 400) {
        throw new IOException(
            "the engine answered with a redirect (" + status + "), which is never followed");
      }
      throw Refusal.of(response, dockerUrl(url));
    }
  }

  /** Not a lambda: java does not cache those that are for another library's interface. */
  private static final class Loopback implements Dns {
    @Override
    public List<InetAddress> lookup(String host) {
      return List.of(InetAddress.getLoopbackAddress());
    }
  }

  private static String describe(ApiRequest request) {
    return request.method + ' ' + request.route();
  }

  @Override
  public void close() {
    client.connectionPool().evictAll();
  }
}
