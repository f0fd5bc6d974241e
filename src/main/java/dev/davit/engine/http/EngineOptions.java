package dev.davit.engine.http;

import dev.davit.engine.tls.Tls;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How an engine is talked to, beside where it is.
 *
 * @param headers sent with each request
 * @param version spoken without asking the engine; null to agree on one
 * @param env the environment of an ssh that is started
 */
public record EngineOptions(
    Map<String, String> headers,
    @Nullable ApiVersion version,
    Optional<Tls> tls,
    Optional<HttpProxy> proxy,
    Timeouts timeouts,
    RequestLog log,
    Map<String, String> env) {

  public static final EngineOptions NONE =
      new EngineOptions(
          Map.of(),
          null,
          Optional.empty(),
          Optional.empty(),
          Timeouts.USUAL,
          RequestLog.NONE,
          Map.of());
}
