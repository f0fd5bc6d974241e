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
import java.security.Security;
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
 * The way to one engine.
 *
 * @param client makes connections that end there
 * @param direct the same for those that become plain streams, which an HTTP proxy would not pass
 * @param base how URLs begin
 * @param host what is sent as Host where it is not the URL's
 * @param shown how URLs begin in docker's messages
 * @param end what is left to do when it is closed
 */
record HttpClients(
    OkHttpClient client,
    OkHttpClient direct,
    HttpUrl base,
    @Nullable String host,
    String shown,
    Closeable end) {

  /** What moby's client sends as Host on a Unix socket. */
  private static final String UNIX_HOST = "api.moby.localhost";

  /** What docker makes of the host behind ssh. */
  private static final String SSH_HOST = "docker.example.com";

  /** The host of our URLs there, which goes nowhere; for names OkHttp loads tables of Unicode. */
  private static final HttpUrl NOWHERE = new HttpUrl.Builder().scheme("http").host("::1").build();

  /** The host of our URLs where OkHttp refuses the engine's. */
  private static final String UNNAMED = "host.invalid";

  private static final String PROXY_AUTHORIZATION = "Proxy-Authorization";

  private static final Closeable NOTHING_LEFT = () -> {};

  static HttpClients to(EngineAddress address, EngineOptions options) {
    if (options.tls().isEmpty()) {
      setUpOneSecurityProvider();
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
            // An attached container may be silent for days, and OkHttp's read timeout would
            // survive the upgrade: Deadline stands in for it.
            .readTimeout(Duration.ZERO)
            .writeTimeout(Duration.ZERO);
    // No switch over the types: java makes code for one at its first use, which takes 40 ms.
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
      return new HttpClients(client, client, NOWHERE, SSH_HOST, "http://" + SSH_HOST, command);
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
    return new HttpClients(client, client, NOWHERE, UNIX_HOST, "http://" + shownHost, NOTHING_LEFT);
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
    return new HttpClients(client, tunnel ? client : direct, base, null, shown(base), NOTHING_LEFT);
  }

  /** A host such as {@code a..b}, which OkHttp refuses, and of which no name server knows. */
  private static HttpClients unnamed(
      EngineAddress.Tcp tcp, OkHttpClient.Builder builder, HttpUrl.Builder url) {
    Dns none =
        host -> {
          throw new UnknownHostException(tcp.host());
        };
    OkHttpClient client = builder.dns(none).build();
    HttpUrl base = url.host(UNNAMED).build();
    String shown = shown(base).replace(UNNAMED, tcp.host());
    return new HttpClients(client, client, base, null, shown, NOTHING_LEFT);
  }

  /**
   * What upgrades go by. Each has a new connection, so that one is left for what is asked later: it
   * is asked at once, though by ssh another one takes its time, and an engine that is told to end
   * takes no new ones, but still tells what its containers ended with.
   */
  OkHttpClient upgrades() {
    return direct.newBuilder().connectionPool(fresh()).build();
  }

  /** Whether upgraded connections go through an HTTP proxy. */
  boolean upgradesByHttpProxy() {
    Proxy proxy = direct.proxy();
    return proxy != null && proxy.type() == Proxy.Type.HTTP;
  }

  /** Keeps no connection for another request. */
  private static ConnectionPool fresh() {
    return new ConnectionPool(0, 5, TimeUnit.MINUTES);
  }

  /** Without the slash at the end. */
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
   * Prefers ChaCha20, which Go's servers then choose: java's AES is only fast where the optimising
   * compiler makes machine code of it, and there is none here (34 MB a second, not 156).
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
      // to a proxy the next request is another matter: many hang up without telling
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
   * What goes to the proxy itself says at once who we are; in a tunnel it is none of the engine's.
   */
  private static Request announced(Request request, HttpProxy proxy) {
    return request.isHttps()
        ? request
        : request.newBuilder().header(PROXY_AUTHORIZATION, proxy.authorization()).build();
  }

  /** The answer to a proxy that asks who we are; null where it did not like the answer. */
  private static @Nullable Request authorized(Response response, HttpProxy proxy) {
    Request request = response.request();
    return request.header(PROXY_AUTHORIZATION) != null
        ? null
        : request.newBuilder().header(PROXY_AUTHORIZATION, proxy.authorization()).build();
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

  /** Not a lambda: java does not cache those that are for another library's interface. */
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
