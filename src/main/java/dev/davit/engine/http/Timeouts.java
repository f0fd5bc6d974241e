package dev.davit.engine.http;

import java.time.Duration;

/**
 * Time limits of an engine; zero for no limit.
 *
 * @param connect until a connection is established, TLS included; Unix sockets connect at once
 * @param ping until the engine responds to {@code /_ping}, the first request
 * @param request until the response to any other request begins; a streamed body has no limit
 * @param flag the flag that sets the limits, as messages name it
 */
public record Timeouts(Duration connect, Duration ping, Duration request, String flag) {
  public static final Timeouts USUAL = of(Duration.ofSeconds(30), Duration.ZERO);

  /** Creates limits with the same limit for all requests. */
  public static Timeouts of(Duration connect, Duration request) {
    return new Timeouts(connect, request, request, "--request-timeout");
  }
}
