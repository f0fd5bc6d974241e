package dev.davit.engine.http;

import java.time.Duration;

/**
 * Time limits of an engine; zero for no limit.
 *
 * @param connect until a connection is established, TLS included; Unix sockets connect at once
 * @param ping until the engine responds to {@code /_ping}, the first request
 * @param request until the response to any other request begins; a streamed body has no limit
 * @param pingFlag the flag that sets the limit of the ping, as messages name it
 * @param requestFlag the flag that sets the limit of any other request
 */
public record Timeouts(
    Duration connect, Duration ping, Duration request, String pingFlag, String requestFlag) {
  private static final String FLAG = "--request-timeout";

  public static final Timeouts USUAL = of(Duration.ofSeconds(30), Duration.ZERO);

  /** Creates limits with the same limit for all requests. */
  public static Timeouts of(Duration connect, Duration request) {
    return new Timeouts(connect, request, request, FLAG, FLAG);
  }
}
