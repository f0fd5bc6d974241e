package dev.davit.context;

import dev.davit.config.ConfigException;
import dev.davit.config.ConfigFile;
import dev.davit.engine.socket.EngineAddress;
import dev.davit.text.GoQuote;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Resolves the engine of a command and the connection to it from {@code -H}, {@code --context}, the
 * TLS flags, the environment, config.json and the contexts (cli/command/cli.go). TLS is only
 * present for TCP addresses.
 */
public record EndpointResolver(
    String context,
    EngineAddress address,
    Optional<TlsFiles> tls,
    Optional<String> apiVersion,
    Map<String, String> headers) {

  public static final String DEFAULT_CONTEXT = "default";

  private static final String UNRESOLVED = "unable to resolve docker endpoint: ";

  /**
   * Resolves the engine in docker's order: {@code --context}, then {@code -H}, DOCKER_HOST,
   * DOCKER_CONTEXT, currentContext, and the default socket. An empty {@code --context} counts as
   * not given.
   *
   * @throws ConfigException with docker's message if the engine cannot be resolved
   */
  public static EndpointResolver resolve(
      List<String> hosts,
      String contextFlag,
      TlsFlags tls,
      Map<String, String> env,
      ConfigFile config,
      ContextStore contexts) {
    checkFlags(hosts, contextFlag);
    String name = contextName(hosts, contextFlag, env, config);
    try {
      Endpoint endpoint =
          name.equals(DEFAULT_CONTEXT) ? flagged(hosts, tls, env) : stored(contexts, name);
      return new EndpointResolver(
          name,
          endpoint.address,
          endpoint.tls.filter(files -> endpoint.address instanceof EngineAddress.Tcp),
          apiVersion(env),
          CustomHeaders.resolve(env, config.httpHeaders()));
    } catch (ConfigException | IllegalArgumentException e) {
      throw new ConfigException("Failed to initialize: " + e.getMessage());
    }
  }

  /**
   * Makes the one check that docker makes before it reads config.json, so before {@link
   * ConfigFile#checkAliases}.
   *
   * @throws ConfigException if both flags are given
   */
  public static void checkFlags(List<String> hosts, String contextFlag) {
    if (!contextFlag.isEmpty() && !hosts.isEmpty()) {
      throw new ConfigException("conflicting options: cannot specify both --host and --context");
    }
  }

  /** An engine's address and TLS files. */
  public record Endpoint(EngineAddress address, Optional<TlsFiles> tls) {}

  /** Returns the name of the current context, which need not exist. */
  public static String contextName(
      List<String> hosts, String contextFlag, Map<String, String> env, ConfigFile config) {
    if (!contextFlag.isEmpty()) {
      return contextFlag;
    }
    if (!hosts.isEmpty() || !env.getOrDefault("DOCKER_HOST", "").isEmpty()) {
      return DEFAULT_CONTEXT;
    }
    String named = env.getOrDefault("DOCKER_CONTEXT", "");
    return named.isEmpty() ? config.currentContext().orElse(DEFAULT_CONTEXT) : named;
  }

  /**
   * Returns the endpoint of the default context, from flags and environment.
   *
   * @throws ConfigException with docker's message if they are invalid
   */
  public static Endpoint ofDefault(List<String> hosts, TlsFlags tls, Map<String, String> env) {
    try {
      return flagged(hosts, tls, env);
    } catch (ConfigException | IllegalArgumentException e) {
      String problem = String.valueOf(e.getMessage());
      throw new ConfigException(
          problem.startsWith(UNRESOLVED) ? problem.substring(UNRESOLVED.length()) : problem);
    }
  }

  private static Endpoint flagged(List<String> hosts, TlsFlags tls, Map<String, String> env) {
    if (hosts.size() > 1) {
      throw unresolved("Specify only one -H");
    }
    boolean secure = tls.enabled(env);
    String host = hosts.isEmpty() ? env.getOrDefault("DOCKER_HOST", "") : hosts.getFirst();
    EngineAddress address = EngineAddress.parse(host, secure);
    try {
      return new Endpoint(address, secure ? Optional.of(tls.files(env)) : Optional.empty());
    } catch (ConfigException e) {
      throw unresolved(e.getMessage());
    }
  }

  private static Endpoint stored(ContextStore contexts, String name) {
    ContextStore.Context context;
    try {
      context = contexts.get(name);
    } catch (ConfigException e) {
      throw unresolved(e.getMessage());
    }
    return new Endpoint(EngineAddress.parse(context.host(), false), context.tls());
  }

  private static Optional<String> apiVersion(Map<String, String> env) {
    String value = env.getOrDefault("DOCKER_API_VERSION", "");
    String version = value.startsWith("v") ? value.substring(1) : value;
    if (version.isEmpty()) {
      return Optional.empty();
    }
    // docker puts any text into the path; the engine then answers "page not found" at best
    int dot = version.indexOf('.');
    if (dot < 0 || !isNumber(version.substring(0, dot)) || !isNumber(version.substring(dot + 1))) {
      throw new ConfigException(
          "invalid DOCKER_API_VERSION: "
              + GoQuote.quote(value)
              + ": must be MAJOR.MINOR, for example 1.41");
    }
    return Optional.of(version);
  }

  private static boolean isNumber(String text) {
    return !text.isEmpty() && text.chars().allMatch(c -> c >= '0' && c <= '9');
  }

  private static ConfigException unresolved(String problem) {
    return new ConfigException(UNRESOLVED + problem);
  }
}
