package dev.davit.engine.http;

import static java.util.Objects.requireNonNull;

import dev.davit.engine.socket.EngineAddress;
import dev.davit.engine.socket.NativeSockets;
import dev.davit.engine.socket.Sockets;
import dev.davit.engine.socket.SshCommand;
import dev.davit.engine.socket.SshSocket;
import dev.davit.engine.socket.UnixSocket;
import dev.davit.engine.tls.NoVerification;
import dev.davit.engine.tls.PkixTrust;
import dev.davit.engine.tls.Tls;
import dev.davit.engine.tls.TlsSockets;
import java.io.Closeable;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Proxy;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.X509TrustManager;
import okhttp3.CipherSuite;
import okhttp3.ConnectionPool;
import okhttp3.ConnectionSpec;
import okhttp3.Dns;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;
import okhttp3.Protocol;
import okhttp3.Request;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;

/**
 * The OkHttp clients and URLs for an engine.
 *
 * @param client sends requests, through a proxy if there is one
 * @param direct opens connections that become plain streams, which an HTTP proxy would not forward
 * @param base the beginning of URLs
 * @param host the Host header; null for the URL's host
 * @param shown the beginning of URLs in docker's messages
 * @param end closes what the connections need, such as ssh
 */
record HttpClients(
    OkHttpClient client,
    OkHttpClient direct,
    HttpUrl base,
    @Nullable String host,
    String shown,
    Closeable end) {

  /** The Host header of moby's client on a Unix socket. */
  private static final String UNIX_HOST = "api.moby.localhost";

  /** The host that docker's client assumes for an engine behind ssh. */
  private static final String SSH_HOST = "docker.example.com";

  /**
   * The base URL of connections without a TCP host, which is never looked up. An address, as OkHttp
   * loads Unicode tables for names.
   */
  private static final HttpUrl LOCAL_URL = new HttpUrl.Builder().scheme("http").host("::1").build();

  /** The host of URLs if OkHttp rejects the engine's host name. */
  private static final String UNNAMED = "host.invalid";

  private static final String PROXY_AUTHORIZATION = "Proxy-Authorization";

  private static final Closeable NOTHING = () -> {};

  static HttpClients to(EngineAddress address, EngineOptions options) {
    if (options.tls().isEmpty()) {
      SecurityProviders.setUp();
    }
    OkHttpClient.Builder builder =
        new OkHttpClient.Builder()
            .protocols(List.of(Protocol.HTTP_1_1))
            .connectionSpecs(List.of(ConnectionSpec.CLEARTEXT))
            .proxy(Proxy.NO_PROXY)
            .fastFallback(false)
            .retryOnConnectionFailure(false)
            .followRedirects(false)
            .connectTimeout(options.timeouts().connect())
            // An attached container may be silent for days, and OkHttp's read timeout would remain
            // in force after the upgrade: Deadline limits the time instead.
            .readTimeout(Duration.ZERO)
            .writeTimeout(Duration.ZERO);
    // No switch over types: Java generates code at its first use, which takes 40 ms.
    if (address instanceof EngineAddress.Unix unix) {
      Path path = Path.of(unix.path());
      Sockets sockets =
          unix.isAbstract()
              ? new Sockets(() -> NativeSockets.abstractUnix(unix.path()))
              : new Sockets(() -> new UnixSocket(path));
      return toLocal(sockets, unix.path().replace("/", "%2F").replace("@", "%40"), builder);
    }
    if (address instanceof EngineAddress.Vsock vsock) {
      Sockets sockets = new Sockets(() -> NativeSockets.vsock(vsock));
      return toLocal(sockets, vsock.cid() + ":" + vsock.port(), builder);
    }
    if (address instanceof EngineAddress.Ssh ssh) {
      SshCommand command = new SshCommand(ssh, options.timeouts().connect(), options.env());
      OkHttpClient client =
          builder
              .socketFactory(new Sockets(() -> new SshSocket(command)))
              .dns(new Loopback())
              .build();
      return new HttpClients(client, client, LOCAL_URL, SSH_HOST, "http://" + SSH_HOST, command);
    }
    return toTcp((EngineAddress.Tcp) address, builder, options);
  }

  private static HttpClients toLocal(
      Sockets sockets, String shownHost, OkHttpClient.Builder builder) {
    StaleConnectionRetry.watch(builder);
    OkHttpClient client =
        builder
            .socketFactory(sockets)
            .dns(new Loopback())
            .addNetworkInterceptor(new SocketTag.Filler())
            .build();
    return new HttpClients(client, client, LOCAL_URL, UNIX_HOST, "http://" + shownHost, NOTHING);
  }

  private static HttpClients toTcp(
      EngineAddress.Tcp tcp, OkHttpClient.Builder builder, EngineOptions options) {
    StaleConnectionRetry.watch(builder);
    if (options.tls().isPresent()) {
      useTls(builder, options.tls().get(), tcp.host(), options.timeouts());
    }
    HttpUrl.Builder url =
        new HttpUrl.Builder().scheme(options.tls().isPresent() ? "https" : "http").port(tcp.port());
    for (String segment : tcp.path().split("/", -1)) {
      if (!segment.isEmpty()) {
        url.addPathSegment(segment);
      }
    }
    try {
      url.host(tcp.host());
    } catch (IllegalArgumentException e) {
      return unnamed(tcp, builder, url);
    }
    HttpUrl base = url.build();
    OkHttpClient direct = builder.build();
    OkHttpClient client = direct;
    if (options.proxy().isPresent()) {
      client = through(options.proxy().get(), options.tls().isPresent(), builder);
    }
    boolean tunnel =
        options.tls().isPresent() || options.proxy().filter(HttpProxy::socks).isPresent();
    return new HttpClients(client, tunnel ? client : direct, base, null, shown(base), NOTHING);
  }

  /**
   * Clients for a host such as {@code a..b}, which OkHttp rejects, and which no name server
   * resolves.
   */
  private static HttpClients unnamed(
      EngineAddress.Tcp tcp, OkHttpClient.Builder builder, HttpUrl.Builder url) {
    Dns none =
        host -> {
          throw new UnknownHostException(tcp.host());
        };
    OkHttpClient client = builder.dns(none).build();
    HttpUrl base = url.host(UNNAMED).build();
    String shown = shown(base).replace(UNNAMED, tcp.host());
    return new HttpClients(client, client, base, null, shown, NOTHING);
  }

  /**
   * The client for upgrades, which opens a new connection for each. The existing connection stays
   * available for later requests: a new one takes time over ssh, and an engine that is shutting
   * down accepts no new ones, but still reports the exit codes of its containers.
   */
  OkHttpClient upgrades() {
    return direct.newBuilder().connectionPool(fresh()).build();
  }

  /**
   * Whether the end of standard input that is not attached may be sent. Through an HTTP proxy it
   * may not, as tinyproxy then drops the output. With TLS it is a message, which dockerd leaves
   * unread: its kernel then resets the connection, and the end of the output may be lost.
   */
  boolean mayEndUnusedInput() {
    Proxy proxy = direct.proxy();
    return !base.isHttps() && (proxy == null || proxy.type() != Proxy.Type.HTTP);
  }

  /** A pool that keeps no connection for another request. */
  private static ConnectionPool fresh() {
    return new ConnectionPool(0, 5, TimeUnit.MINUTES);
  }

  /** A base URL without its trailing slash. */
  static String shown(HttpUrl base) {
    String text = base.toString();
    return text.endsWith("/") ? text.substring(0, text.length() - 1) : text;
  }

  private static void useTls(
      OkHttpClient.Builder builder, Tls tls, String host, Timeouts timeouts) {
    builder.connectionSpecs(List.of(fastest(ConnectionSpec.MODERN_TLS)));
    X509TrustManager trust;
    if (tls.verify()) {
      trust = new PkixTrust(tls.authorities(), host);
    } else {
      NoVerification any = new NoVerification();
      builder.hostnameVerifier(any);
      trust = any;
    }
    builder.sslSocketFactory(
        new TlsSockets(tls.sockets(trust), timeouts.connect(), tls.verify()), trust);
  }

  /**
   * Prefers ChaCha20, which Go's servers then choose. Java's AES is only fast as machine code of
   * the optimizing compiler, which davit runs without (34 MB per second instead of 156).
   */
  private static ConnectionSpec fastest(ConnectionSpec spec) {
    List<CipherSuite> suites = new ArrayList<>();
    int fast = 0;
    for (CipherSuite suite : requireNonNull(spec.cipherSuites())) {
      boolean isFast = suite.javaName().contains("_CHACHA20_");
      suites.add(isFast ? fast++ : suites.size(), suite);
    }
    return new ConnectionSpec.Builder(spec)
        .cipherSuites(suites.toArray(CipherSuite[]::new))
        .build();
  }

  private static OkHttpClient through(HttpProxy proxy, boolean tls, OkHttpClient.Builder builder) {
    builder.proxy(proxy.address());
    if (!proxy.socks() && !tls) {
      // No connection is kept: many proxies close idle ones without notice.
      builder.connectionPool(fresh());
    }
    if (!proxy.authorization().isEmpty()) {
      builder
          .proxyAuthenticator((route, response) -> authorized(response, proxy))
          .addInterceptor(chain -> chain.proceed(announced(chain.request(), proxy)));
    }
    return builder.build();
  }

  /**
   * Adds the proxy's credentials to a request that the proxy itself reads; within a tunnel they
   * would reach the engine.
   */
  private static Request announced(Request request, HttpProxy proxy) {
    return request.isHttps()
        ? request
        : request.newBuilder().header(PROXY_AUTHORIZATION, proxy.authorization()).build();
  }

  /** Answers a proxy that requests credentials; null, which gives up, if it has rejected them. */
  private static @Nullable Request authorized(Response response, HttpProxy proxy) {
    Request request = response.request();
    return request.header(PROXY_AUTHORIZATION) != null
        ? null
        : request.newBuilder().header(PROXY_AUTHORIZATION, proxy.authorization()).build();
  }

  /**
   * Resolves every name to the loopback address. Not a lambda: Java's cache leaves out lambdas for
   * interfaces of other libraries.
   */
  private static final class Loopback implements Dns {
    @Override
    public List<InetAddress> lookup(String host) {
      return List.of(InetAddress.getLoopbackAddress());
    }
  }

  void close() {
    client.connectionPool().evictAll();
    try {
      end.close();
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }
}
