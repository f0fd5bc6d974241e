package dev.davit.config;

import dev.davit.engine.socket.EngineAddress;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * The proxy environment variables that {@code run} and {@code create} add to a container, from
 * {@code proxies} of config.json.
 */
public final class ProxyEnv {
  /** The variables, each with the key of its value, in davit's order; docker's is random. */
  private static final Map<String, String> VARIABLES = new LinkedHashMap<>();

  static {
    VARIABLES.put("HTTP_PROXY", "httpProxy");
    VARIABLES.put("HTTPS_PROXY", "httpsProxy");
    VARIABLES.put("NO_PROXY", "noProxy");
    VARIABLES.put("FTP_PROXY", "ftpProxy");
    VARIABLES.put("ALL_PROXY", "allProxy");
  }

  private ProxyEnv() {}

  /**
   * Returns the variables to add to the ones given with {@code -e}. Names are compared exactly:
   * {@code -e HTTP_PROXY=x} leaves {@code http_proxy} to the configuration. The entry of the
   * engine's address replaces "default" even if it is empty.
   */
  public static Map<String, String> additions(
      ConfigFile config, EngineAddress daemon, Set<String> given) {
    Map<String, Map<String, String>> proxies = config.proxies();
    Map<String, String> proxy =
        proxies.getOrDefault(daemon.toString(), proxies.getOrDefault("default", Map.of()));
    Map<String, String> additions = new LinkedHashMap<>();
    VARIABLES.forEach(
        (variable, key) -> {
          String value = proxy.getOrDefault(key, "");
          if (!value.isEmpty()) {
            add(additions, variable, value, given);
            add(additions, variable.toLowerCase(Locale.ROOT), value, given);
          }
        });
    return additions;
  }

  private static void add(
      Map<String, String> additions, String name, String value, Set<String> given) {
    if (!given.contains(name)) {
      additions.put(name, value);
    }
  }
}
