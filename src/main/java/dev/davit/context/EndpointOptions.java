package dev.davit.context;

import dev.davit.config.ConfigException;
import dev.davit.engine.socket.EngineAddress;
import dev.davit.io.WholeFile;
import dev.davit.text.GoQuote;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * An engine given by {@code --docker} of the context commands: {@code host=tcp://a:2376,ca=FILE}
 * (cli/command/context/options.go).
 */
public record EndpointOptions(ContextMeta.Endpoint endpoint, Map<String, byte[]> tls) {
  private static final List<String> KEYS =
      List.of("ca", "cert", "from", "host", "key", "skip-tls-verify");

  /**
   * Reads the named files and checks all options, in docker's order.
   *
   * @param cwd the directory of relative paths
   * @throws ConfigException with docker's message
   */
  public static EndpointOptions of(Map<String, String> options, Contexts contexts, Path cwd) {
    try {
      return checked(options, contexts, cwd);
    } catch (IOException | ConfigException e) {
      throw new ConfigException("unable to create docker endpoint config: " + e.getMessage());
    }
  }

  private static EndpointOptions checked(Map<String, String> options, Contexts contexts, Path cwd)
      throws IOException {
    String unknown =
        new TreeMap<>(options)
            .keySet().stream()
                .filter(key -> !KEYS.contains(key))
                .map(key -> "unrecognized config key: " + key)
                .collect(Collectors.joining("\n"));
    if (!unknown.isEmpty()) {
      throw new ConfigException(unknown);
    }
    String from = options.get("from");
    if (from != null) {
      return new EndpointOptions(endpointOf(from, contexts), Map.of());
    }
    Map<String, byte[]> tls = new TreeMap<>();
    for (String key : List.of("ca", "cert", "key")) {
      String file = options.getOrDefault(key, "");
      if (!file.isEmpty()) {
        tls.put(key + ".pem", WholeFile.read(cwd.resolve(file), file));
      }
    }
    EndpointOptions made =
        new EndpointOptions(
            new ContextMeta.Endpoint(options.getOrDefault("host", ""), skipsVerify(options)), tls);
    made.check();
    return made;
  }

  private static ContextMeta.Endpoint endpointOf(String name, Contexts contexts) {
    ContextMeta context = contexts.get(name);
    try {
      return context.endpoint();
    } catch (ConfigException e) {
      throw new ConfigException("unable to get endpoint from context " + GoQuote.quote(name));
    }
  }

  private static boolean skipsVerify(Map<String, String> options) {
    String value = options.getOrDefault("skip-tls-verify", "false");
    return switch (value) {
      case "1", "t", "T", "true", "TRUE", "True" -> true;
      case "0", "f", "F", "false", "FALSE", "False" -> false;
      default ->
          throw new ConfigException(
              "skip-tls-verify: parsing " + GoQuote.quote(value) + ": invalid syntax");
    };
  }

  /** Makes the checks that docker makes when it creates a client. */
  private void check() {
    String host = endpoint.host();
    if (host.isEmpty()) {
      return;
    }
    int separator = host.indexOf("://");
    String scheme = separator < 0 ? "" : host.substring(0, separator);
    if (scheme.equals("ssh")) {
      checkSsh(host);
    } else if (!List.of("unix", "npipe", "fd").contains(scheme)) {
      checkTls();
    }
    if (scheme.isEmpty() || separator + "://".length() == host.length()) {
      throw new ConfigException(
          "unable to apply docker endpoint options: unable to parse docker host `" + host + "`");
    }
    if (scheme.equals("npipe")) {
      throw new ConfigException("unable to apply docker endpoint options: protocol not available");
    }
  }

  private static void checkSsh(String host) {
    try {
      EngineAddress.parse(host, false);
    } catch (IllegalArgumentException e) {
      throw new ConfigException("invalid docker endpoint options: " + e.getMessage());
    }
  }

  private void checkTls() {
    byte[] ca = tls.get("ca.pem");
    byte[] cert = tls.get("cert.pem");
    byte[] key = tls.get("key.pem");
    try {
      if (ca != null) {
        TlsMaterial.authorities(ca);
      }
      if (cert != null && key != null) {
        TlsMaterial.client(cert, key);
      }
    } catch (ConfigException e) {
      throw new ConfigException("invalid docker endpoint options: " + e.getMessage());
    }
  }
}
