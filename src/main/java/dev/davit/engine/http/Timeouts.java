package dev.davit.engine.http;

import java.time.Duration;

/**
 * Time limits of an engine; zero for no limit.
 *
 * @param connect until a connection is established, TLS included; Unix sockets connect at once
 * @param request until the response begins; a streamed body has no limit
 */
public record Timeouts(Duration connect, Duration request) {
  public static final Timeouts USUAL = new Timeouts(Duration.ofSeconds(30), Duration.ZERO);
}
