package dev.davit.engine.http;

import dev.davit.engine.tls.Tls;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The options of a connection to an engine, beside the address.
 *
 * @param userAgent the header {@code User-Agent}
 * @param headers sent with each request
 * @param version the API version to use without asking the engine; null to negotiate it
 * @param tls empty for plain text
 * @param proxy empty for a direct connection
 * @param env the environment of ssh
 */
public record EngineOptions(
    String userAgent,
    Map<String, String> headers,
    @Nullable ApiVersion version,
    Optional<Tls> tls,
    Optional<HttpProxy> proxy,
    Timeouts timeouts,
    RequestLog log,
    Map<String, String> env) {

  public static final EngineOptions NONE =
      new EngineOptions(
          "davit",
          Map.of(),
          null,
          Optional.empty(),
          Optional.empty(),
          Timeouts.USUAL,
          RequestLog.NONE,
          Map.of());
}
