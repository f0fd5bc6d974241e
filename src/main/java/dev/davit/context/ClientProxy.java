package dev.davit.context;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.davit.config.ConfigException;
import dev.davit.engine.http.HttpProxy;
import dev.davit.engine.socket.EngineAddress;
import dev.davit.text.GoQuote;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Base64;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Chooses the proxy for an engine, from HTTP_PROXY, HTTPS_PROXY and NO_PROXY by the rules of Go's
 * httpproxy.
 */
public final class ClientProxy {
  private static final int HTTP_PORT = 80;
  private static final int SOCKS_PORT = 1080;
  private static final int MAX_PORT = 65535;

  private ClientProxy() {}

  /**
   * Returns the proxy for an engine's address; empty for a direct connection.
   *
   * @throws ConfigException if the proxy's address cannot be used
   */
  public static Optional<HttpProxy> resolve(
      EngineAddress.Tcp address, boolean tls, Map<String, String> env) {
    String variable = tls ? "HTTPS_PROXY" : "HTTP_PROXY";
    String proxy = variable(env, variable);
    // in a CGI program, a request header named Proxy sets this variable
    if (!tls && !proxy.isEmpty() && !env.getOrDefault("REQUEST_METHOD", "").isEmpty()) {
      throw new ConfigException(
          "refusing to use HTTP_PROXY value in CGI environment; see golang.org/s/cgihttpproxy");
    }
    if (proxy.isEmpty()
        || NoProxy.parse(variable(env, "NO_PROXY")).covers(address.host(), address.port())) {
      return Optional.empty();
    }
    return Optional.of(parse(proxy, variable));
  }

  private static String variable(Map<String, String> env, String name) {
    String value = env.getOrDefault(name, "");
    return value.isEmpty() ? env.getOrDefault(name.toLowerCase(Locale.ROOT), "") : value;
  }

  private static HttpProxy parse(String text, String variable) {
    URI uri;
    try {
      uri = new URI(text.contains("://") ? text : "http://" + text);
    } catch (URISyntaxException e) {
      throw new ConfigException("invalid proxy address in " + variable);
    }
    String host = uri.getHost();
    String scheme = uri.getScheme().toLowerCase(Locale.ROOT);
    boolean socks = scheme.equals("socks5") || scheme.equals("socks5h");
    if (host == null || !socks && !scheme.equals("http")) {
      throw new ConfigException(
          "invalid proxy address in "
              + variable
              + ": must begin with http:// or socks5://"
              + (host == null ? "" : " (" + GoQuote.quote(scheme + "://" + host) + ")"));
    }
    if (uri.getPort() > MAX_PORT) {
      throw new ConfigException("invalid proxy address in " + variable);
    }
    int usual = socks ? SOCKS_PORT : HTTP_PORT;
    String user = uri.getUserInfo();
    return new HttpProxy(
        socks,
        host.startsWith("[") ? host.substring(1, host.length() - 1) : host,
        uri.getPort() < 0 ? usual : uri.getPort(),
        user == null ? "" : "Basic " + base64(user.contains(":") ? user : user + ":"));
  }

  private static String base64(String text) {
    return Base64.getEncoder().encodeToString(text.getBytes(UTF_8));
  }
}
